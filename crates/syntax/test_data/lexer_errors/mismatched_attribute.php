<?php #[A
)