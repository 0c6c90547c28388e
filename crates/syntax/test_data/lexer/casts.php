<?php (int)(INTEGER)( bool )(	Boolean	)(float)(double)(real)(string)(binary)(array)(object)(unset)(
int)(integers)(int8)(int (in t)(void)((int))