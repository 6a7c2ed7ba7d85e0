# Sourced by ./run and ./verify: finds what they need on this machine, or says what is missing in one line.

fail() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

# The release file of a JDK names its version; asking java itself would take half a second each.
is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  local version
  version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  [ "${version:-0}" -ge 25 ]
}

# The folder of the java on the PATH, through its symbolic links.
java_on_path() {
  local file link
  file=$(command -v javac) || return 1
  while [ -L "$file" ]; do
    link=$(readlink "$file")
    case $link in
      /*) file=$link ;;
      *) file=$(dirname "$file")/$link ;;
    esac
  done
  (cd "$(dirname "$file")/.." && pwd -P)
}

# Sets and exports JAVA_HOME.
find_java() {
  local home
  for home in "${JAVA_HOME:-}" "$(java_on_path)" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* "$HOME"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if [ -n "$home" ] && is_jdk_25 "$home"; then
      export JAVA_HOME=$home
      export PATH=$JAVA_HOME/bin:$PATH
      return
    fi
  done
  fail "a JDK 25 or later is missing: install one (for example from https://adoptium.net) or set JAVA_HOME to it."
}

# What a build needs beside Java.
require_build_tools() {
  command -v mvn >/dev/null || fail "Maven is missing: install Maven 3.8.6 or later (https://maven.apache.org)."
  command -v node >/dev/null && command -v npm >/dev/null ||
    fail "Node is missing: install Node 20 or later with npm (https://nodejs.org)."
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || fail "Node $major is too old: install Node 20 or later (https://nodejs.org)."
}
