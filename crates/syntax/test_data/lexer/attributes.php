<?php #[A] #[ B(1), C] # [ no
#[D
]