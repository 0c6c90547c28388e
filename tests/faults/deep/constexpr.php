<?php
class A{const A=B::B;
} class B{const B=A::A;
} try{ A::A;
} catch(Error $e){ echo $e->getMessage();
}
