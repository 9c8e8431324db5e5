# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of telamon's options, and of the operations for "telamon call", in bash.
_telamon() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}
    COMPREPLY=()
    if [[ ${COMP_WORDS[1]} == call && $COMP_CWORD -gt 1 ]]; then
        case $before in
        --body) mapfile -t COMPREPLY < <(compgen -f -- "$word") && return ;;
        --profile | --confirm) return ;;
        call) mapfile -t COMPREPLY < <(compgen -W "$("${COMP_WORDS[0]}" operations 2>/dev/null | cut -d ' ' -f 1)" -- "$word") ;;
        esac
        [[ $word != -* ]] ||
            mapfile -t COMPREPLY < <(compgen -W "--profile --body --dry-run --yes --confirm --help" -- "$word")
        return
    fi
    case $before in
    --screenshots) mapfile -t COMPREPLY < <(compgen -d -- "$word") && return ;;
    --base-url | --sandbox-scale | operations) return ;;
    esac
    local words="--sandbox --sandbox-scale --base-url --screenshots --version --help"
    ((COMP_CWORD > 1)) || words+=" call operations"
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -o filenames -F _telamon telamon
