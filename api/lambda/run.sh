#!/bin/sh
# Starts the API with the runtime, the application and the cache that lie beside this file.
set -eu

case $0 in
  */*) here=${0%/*} ;;
  *) here=. ;;
esac

# The heap is what the function's memory leaves after classes, code, threads and the cache.
heap=''
if [ -n "${AWS_LAMBDA_FUNCTION_MEMORY_SIZE:-}" ]; then
  heap=$((AWS_LAMBDA_FUNCTION_MEMORY_SIZE - 208))
  [ "$heap" -ge 64 ] || heap=64
  # All of it from the beginning, half for what is new: no collection while a caller waits for the start.
  heap="-Xms${heap}m -Xmx${heap}m -Xmn$((heap / 2))m"
fi

# The cache was made with these very flags; with others it would be refused. No profiles of the training in it:
# replaying them keeps a processor busy with compiling while the start needs it.
exec "$here/jre/bin/java" \
  "${FEEDBACK_AOT_OPTION:--XX:AOTCache=$here/app.aot}" \
  -XX:+UnlockDiagnosticVMOptions \
  -XX:-AOTRecordTraining \
  -XX:-AOTReplayTraining \
  -XX:+UseSerialGC \
  -XX:TieredStopAtLevel=1 \
  -XX:-UsePerfData \
  -XX:+ExitOnOutOfMemoryError \
  -XX:+ErrorFileToStderr \
  $heap \
  -Djdk.reflect.useNativeAccessorOnly=true \
  -Dfeedback.warm-up=true \
  -Dspring.aot.enabled=true \
  -Dspring.config.location=classpath:/application.properties \
  -Dspring.main.log-startup-info=false \
  -Dserver.address=127.0.0.1 \
  -Dserver.port="${AWS_LWA_PORT:-${PORT:-8080}}" \
  -jar "$here/app/api.jar" "$@"
