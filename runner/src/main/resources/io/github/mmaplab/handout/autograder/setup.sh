#!/usr/bin/env bash
# Run once by Gradescope, when the image is built: all it needs is Java 17 or newer.
set -euo pipefail
if ! command -v java >/dev/null; then
    apt-get update
    apt-get install -y --no-install-recommends openjdk-17-jre-headless
fi
java -version
