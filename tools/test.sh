# SPDX-FileCopyrightText: 2026 The Strikedesk authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash disable=SC2154 # project and jobs come from ./dev
# The whole test run: lint, the main tree, and the sanitizer trees. Sourced by ./dev.

summary=()       # one row a stage
passed_total=0
failed_total=0
main_line=""     # ctest's own summary of the main tree

# Adds a stage without a ctest summary: title, and whether it went well.
note_stage() {
    if [ "$2" = good ]; then
        summary+=("$1: passed")
    else
        summary+=("$1: FAILED${3:+ ($3)}")
        failed_total=$((failed_total + 1))
    fi
}

# Reads ctest's summary from a log and adds it: title, log, exit code of ctest.
note_tests() {
    local title=$1 log=$2 code=$3 line failed total skipped
    line=$(grep -E '^[0-9]+% tests passed, [0-9]+ tests failed out of [0-9]+' "$log" | tail -n 1)
    if [ -z "$line" ]; then
        if [ "$code" -eq 0 ]; then
            summary+=("$title: nothing matched")
        else
            note_stage "$title" bad "ctest ended with code $code and no summary"
        fi
        return
    fi
    failed=$(sed -E 's/.*passed, ([0-9]+) tests failed.*/\1/' <<<"$line")
    total=$(sed -E 's/.*out of ([0-9]+).*/\1/' <<<"$line")
    skipped=$(grep -cE '^[[:space:]]+[0-9]+ - .*\((Skipped|Disabled)\)$' "$log")
    passed_total=$((passed_total + total - failed - skipped))
    failed_total=$((failed_total + failed))
    if [ "$code" -ne 0 ] && [ "$failed" -eq 0 ]; then
        failed_total=$((failed_total + 1))
    fi
    summary+=("$title: $((total - failed - skipped)) passed, $failed failed, $skipped skipped")
    [ "$title" != "main tree" ] || main_line=$line
}

# Configures and builds a preset; the rest are targets (none: everything).
build_for_test() {
    local preset=$1
    shift
    configure "$preset" && compile "$preset" "$@"
}

# Runs ctest in a preset's tree and notes the result: title, preset, then ctest's arguments.
run_ctest() {
    local title=$1 preset=$2 code=0 log
    shift 2
    log="$project/build/$preset/ctest.log"
    "${no_aslr[@]}" ctest --test-dir "$project/build/$preset" -j "$jobs" --output-on-failure "$@" | tee "$log" || code=$?
    note_tests "$title" "$log" "$code"
}

# One tree: title, preset, word for no tests ("error" or "ignore"), targets (space-separated), ctest arguments.
run_tree() {
    local title=$1 preset=$2 none=$3 targets=$4
    shift 4
    say "$title: building"
    # shellcheck disable=SC2086 # targets split on purpose
    if ! build_for_test "$preset" $targets; then
        note_stage "$title" bad "it does not build"
        return
    fi
    run_ctest "$title" "$preset" "--no-tests=$none" "$@"
}

# Programs that carry the label `threads`: what the thread sanitizer is for.
thread_sanitizer_tree() {
    local none=$1 targets
    shift
    if ! targets=$(python3 "$project/tools/test_targets.py" threads); then
        note_stage "thread sanitizer" bad "no test program carries the label 'threads'"
        return
    fi
    # The sanitizer needs its own places in memory, which a wide address randomisation can take.
    if setarch "$(uname -m)" -R true 2>/dev/null; then
        no_aslr=(setarch "$(uname -m)" -R)
    fi
    run_tree "thread sanitizer" tsan "$none" "$targets" -L '^threads$' "$@"
    no_aslr=()
}

test_usage="Usage: ./dev test [--long | --quick] [ctest arguments]"

command_test() {
    local long="" quick="" none=error
    while [ $# -gt 0 ]; do
        case "$1" in
        --long) long=yes ;;
        --quick) quick=yes ;;
        -h | --help) echo "$test_usage" && return 0 ;;
        *) break ;;
        esac
        shift
    done
    [ $# -eq 0 ] || none=ignore
    no_aslr=()
    setup
    export UBSAN_OPTIONS=${UBSAN_OPTIONS:-print_stacktrace=1}
    export TSAN_OPTIONS=${TSAN_OPTIONS:-halt_on_error=1:second_deadlock_stack=1}

    say "lint"
    if python3 "$project/tools/lint/lint.py"; then note_stage lint good; else note_stage lint bad; fi

    local cases=${RC_PARAMS:-}
    [ -n "$cases" ] || { [ -n "$long" ] && cases="max_success=20000" || cases="max_success=1000"; }
    RC_PARAMS=$cases run_tree "main tree" ci error "" "$@"
    if [ -z "$quick" ]; then
        run_tree "address and undefined sanitizers" asan "$none" "" "$@"
        thread_sanitizer_tree "$none" "$@"
    fi
    if [ -n "$long" ]; then
        run_tree "address and undefined sanitizers, with Qt" asan-full "$none" "" "$@"
        say "benchmarks: building"
        if build_for_test bench tests/bench/all; then note_stage "benchmarks build" good; else note_stage "benchmarks build" bad; fi
    fi
    close_test_run
}

# The table, then one closing line. Ends non-zero when anything failed.
close_test_run() {
    echo
    echo "Summary"
    printf '  %s\n' "${summary[@]}"
    if [ "$failed_total" -eq 0 ] && [ -n "$main_line" ]; then
        echo "$main_line"
        return 0
    fi
    echo "$passed_total passed, $failed_total failed"
    return 1
}
