# shellcheck shell=sh
# Sets JAVA_HOME to a JDK >= 25 unless it already points at one.
bw_jdk=25
bw_major() { # feature version of the JDK in directory $1; 0 when it is none
  if ! [ -x "$1/bin/javac" ] || ! [ -r "$1/release" ]; then echo 0; return; fi
  sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release"
}
if [ "$(bw_major "${JAVA_HOME-}")" -lt $bw_jdk ]; then
  bw_javac=$(command -v javac || true)
  for bw_home in "$(dirname -- "$(dirname -- "$(readlink -f -- "${bw_javac:-/none/bin/javac}")")")" \
    "${JDK_HOME-}" "${JAVA_HOME_25_X64-}" "${JAVA_HOME_25_ARM64-}" \
    /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.local/share/mise/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ "$(bw_major "$bw_home")" -ge $bw_jdk ]; then
      JAVA_HOME=$bw_home && export JAVA_HOME
      break
    fi
  done
fi
if [ "$(bw_major "${JAVA_HOME-}")" -lt $bw_jdk ]; then
  echo "Breakwater needs a JDK $bw_jdk or newer and found none: not in JAVA_HOME, /usr/lib/jvm, ~/.jdks, ~/.sdkman." >&2
  echo "Install one (for example Temurin: https://adoptium.net) or set JAVA_HOME to it, then run this again." >&2
  exit 1
fi
