# Sourced by ./run and ./verify after java.sh: gets the programs that make this machine run a Lambda package. They
# are AWS's own, built or unpacked once, and kept in a folder outside the repository (FEEDBACK_LAMBDA_TOOLS).

adapter_version=1.0.0-rc1 # of the crate lambda_web_adapter
emulator_version=1.170.0  # of the package aws-sam-cli, which contains aws-lambda-rie
lambda_tools=${FEEDBACK_LAMBDA_TOOLS:-${XDG_CACHE_HOME:-$HOME/.cache}/feedback-platform}

# Sets and exports where the two programs are or will be; $1 ends a refusal with what to do without them.
require_lambda_tools() {
  local without=$1 machine
  machine=$(uname -m)
  case $(uname -s)-$machine in
    Linux-x86_64) ;;
    Linux-aarch64) machine=arm64 ;;
    *) fail "AWS's Lambda emulator runs on Linux only (x86_64 or arm64): use Linux, or $without." ;;
  esac
  export FEEDBACK_LAMBDA_ADAPTER=$lambda_tools/lambda-adapter-$adapter_version-$machine/lambda-adapter
  export FEEDBACK_LAMBDA_EMULATOR=$lambda_tools/aws-lambda-rie-$emulator_version-$machine/aws-lambda-rie
  # Rustup puts it where not every shell looks.
  PATH=$PATH:${CARGO_HOME:-$HOME/.cargo}/bin
  [ -x "$FEEDBACK_LAMBDA_ADAPTER" ] || command -v cargo >/dev/null ||
    fail "Rust is missing, with which the Lambda Web Adapter is built: install it (https://rustup.rs or your package manager), or $without."
  [ -x "$FEEDBACK_LAMBDA_EMULATOR" ] || python3 -m pip --version >/dev/null 2>&1 ||
    fail "Python 3 with pip is missing, which fetches AWS's Lambda emulator: install both (on Debian: sudo apt-get install python3-pip), or $without."
}

# Gets what is not there yet.
get_lambda_tools() {
  [ -x "$FEEDBACK_LAMBDA_EMULATOR" ] || into_cache "$FEEDBACK_LAMBDA_EMULATOR" unpack_emulator
  if [ ! -x "$FEEDBACK_LAMBDA_ADAPTER" ]; then
    echo "$(basename "$0"): building the Lambda Web Adapter, once; this takes about three minutes"
    into_cache "$FEEDBACK_LAMBDA_ADAPTER" build_adapter
  fi
}

# The folder appears whole or not at all, whatever happens meanwhile, and whoever else does the same.
into_cache() {
  local program=$1 make=$2 folder name log
  folder=$(dirname "$program")
  name=$(basename "$program")
  mkdir -p "$lambda_tools" 2>/dev/null || fail "cannot write $lambda_tools; set FEEDBACK_LAMBDA_TOOLS to another folder."
  log=$lambda_tools/$name.log
  work=$(mktemp -d "$lambda_tools/.making-XXXXXX")
  trap 'rm -rf "$work"' EXIT
  mkdir "$work/done"
  "$make" "$work" "$work/done/$name" >"$log" 2>&1 && [ -s "$work/done/$name" ] ||
    fail "$name cannot be had; see $log ($(grep -v '^ *$' "$log" | tail -n 1 | cut -c 1-200))"
  chmod 755 "$work/done" "$work/done/$name"
  mv -T "$work/done" "$folder" 2>/dev/null || [ -x "$program" ] || fail "cannot write $folder."
  rm -rf "$work"
  trap - EXIT
}

build_adapter() {
  cargo install lambda_web_adapter --version "$adapter_version" --locked --no-track \
    --root "$1/root" --target-dir "$1/target" && mv "$1/root/bin/lambda-adapter" "$2"
}

# The wheel holds both processors' programs; no Python of a certain version is needed to read it.
unpack_emulator() {
  python3 -m pip download --quiet --no-deps --only-binary=:all: --python-version 3.13 \
    --dest "$1" "aws-sam-cli==$emulator_version" &&
    python3 - "$1" "$2" <<'PYTHON'
import glob, platform, sys, zipfile

folder, target = sys.argv[1:]
name = "aws-lambda-rie-" + {"aarch64": "arm64"}.get(platform.machine(), "x86_64")
with zipfile.ZipFile(glob.glob(folder + "/aws_sam_cli-*.whl")[0]) as wheel:
    with wheel.open("samcli/local/rapid/" + name) as source, open(target, "wb") as file:
        file.write(source.read())
PYTHON
}
