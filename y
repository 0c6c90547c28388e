#!/usr/bin/env bash
# The front door of the project: sets up what a command needs, then runs it. `./x help` lists all.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

# need COMMAND PACKAGE…: makes sure that COMMAND is there, from Debian's packages if it can.
need() {
  command -v "$1" >/dev/null && return
  local install="apt-get install -y ${*:2}"
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "x: installing ${*:2}" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive $install >/dev/null; } >&2 && return
  fi
  echo "x: $1 is missing. Type: sudo $install" >&2
  exit 1
}

# need_library FILE PACKAGE: the same of a library that is opened when it is used.
need_library() {
  { ldconfig -p || /sbin/ldconfig -p; } 2>/dev/null | grep "$1" >/dev/null && return
  local install="apt-get install -y $2"
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "x: installing $2" >&2
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive $install >/dev/null; } >&2 && return
  fi
  echo "x: $1 is missing: tests of XML fail. Type: sudo $install" >&2
  return 0
}

toolchain() {
  need cc gcc libc6-dev
  need make make
  command -v cargo >/dev/null && return
  [ -x "${CARGO_HOME:-$HOME/.cargo}/bin/cargo" ] && PATH="${CARGO_HOME:-$HOME/.cargo}/bin:$PATH" && return
  echo "x: Rust is missing; Jive needs version 1.95 or later. Install it with rustup, then try again." >&2
  exit 1
}

build() {
  toolchain
  cargo build --release --package cli
}

# xtask OPTION… -- WORD…: builds the chores with these options of cargo, which shows how it goes, and runs one.
xtask() {
  local options=()
  while [ "$1" != -- ]; do options+=("$1"); shift; done
  shift
  cargo build --package xtask "${options[@]}" &&
    exec cargo run --quiet --package xtask "${options[@]}" -- "$@"
}

usage() {
  cat <<'U'
./x run FILE [ARGUMENT…]   build Jive and run a PHP file
./x test [NAME…]           run all checks and tests, or those with these words in their names
./x build                  leave target/release/jive (the same file linked as `php` is PHP's command line)
./x tidy                   check the house rules
./x gen                    write the generated files anew
./x bless                  take today's outputs as the expected ones of all file tests: read the difference
./x oracle [PACKAGE…]      install PHP 8.4 as `php84`, the reference, with these Debian packages beside it
./x php-src                unpack the PHP 8.4 source package, for its tests
./x conformance [PATH…]    run PHP's own tests and compare with PHP's results; --help lists the options
./x compare WHAT PATH…     compare with php84: tokens, parse, fold, lex-errors, literals, natives; --mutations breaks the sources first
./x compare signatures [EXTENSION…]   compare what Reflection tells of all functions, classes, members and constants
./x compare uncalled [EXTENSION…]     run the tests, and list the functions and methods of the library that none of them calls
./x packages [NAME…] [--list] [--engine=php|jive]   run real packages' own tests in both, and compare what became of each
./x bench WHAT [PATH…]     measure beside php84: applications, library, memory, rss; compile, tokens, parse, tree of the sources at PATH
./x bench workers [FILE…]  measure whether two threads do twice as much as one
./x check dispatch         check that the handlers of the release build end in jumps, and run them all on a small stack
./x check asan|miri        run the tests of the runtime under AddressSanitizer, or under Miri (a nightly with it)
./x fuzz [TARGET] [--seconds=N] [--executions=N]   run the fuzz targets
./x fuzz arrays|order|callbacks|typed|delegation [--seed=N] [--count=N] [--jit] [--keep] [--shrink]   random programs beside php84
./x help                   this text
U
}

command=${1:-help}
[ $# -gt 0 ] && shift
case "$command" in
  run)     build && exec "${CARGO_TARGET_DIR:-target}/release/jive" "$@" ;;
  build)   build ;;
  test)    toolchain && need_library libxml2.so.2 libxml2 && xtask -- test "$@" ;;
  bless)   toolchain && export BLESS=1 && xtask -- test "$@" ;;
  tidy)    toolchain && xtask -- tidy ;;
  gen)     toolchain && (xtask --no-default-features -- gen) && xtask -- gen ;;
  oracle)  need debootstrap debootstrap && exec xtask/oracle/install-php84 "$@" ;;
  php-src) exec xtask/oracle/unpack-php-src "$@" ;;
  conformance) toolchain && cargo build --release --package cli --package conformance &&
             exec "${CARGO_TARGET_DIR:-target}/release/conformance" "$@" ;;
  compare) toolchain && { case "${1:-}" in signatures) build ;; esac; } && xtask --release -- compare "$@" ;;
  packages) build && xtask --no-default-features -- packages "$@" ;;
  bench)   toolchain && { case "${1:-}" in applications|library|memory|rss|workers) build ;; esac; } &&
             xtask --release -- bench "$@" ;;
  check)   toolchain && case "${1:-}" in
             asan) RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Zsanitizer=address ASAN_OPTIONS=detect_leaks=0 \
                     exec cargo test --package runtime --target "$(rustc -vV | sed -n 's/^host: //p')" ;;
             miri) MIRIFLAGS="-Zmiri-permissive-provenance -Zmiri-disable-isolation -Zmiri-ignore-leaks" \
                     exec cargo +nightly miri test --package runtime --lib ;;
             *) need objdump binutils && build && xtask -- check "$@" ;;
           esac ;;
  fuzz)    toolchain && case "${1:-}" in
             arrays|order|callbacks|typed|delegation) build && xtask -- fuzz "$@" ;;
           esac && cargo build --profile test-release --package fuzz &&
             exec cargo run --quiet --profile test-release --package fuzz -- "$@" ;;
  help|-h|--help) usage ;;
  *) echo "x: unknown command $command; see ./x help" >&2; exit 1 ;;
esac
