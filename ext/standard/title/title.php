<?php

const PHP_CLI_PROCESS_TITLE = true;

/** What lists of processes show of this one from now on. */
function cli_set_process_title(string $title): bool {}

/** What was set. */
function cli_get_process_title(): ?string {}
