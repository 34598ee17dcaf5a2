# Installs packages of Debian or Ubuntu, quietly unless that fails. To be sourced.
install() {
    echo "Installing $*"
    local log
    log=$(mktemp)
    { apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install --no-install-recommends --yes "$@"; } \
        </dev/null >"$log" 2>&1 || { tail -n 30 "$log" >&2; exit 3; }
}
