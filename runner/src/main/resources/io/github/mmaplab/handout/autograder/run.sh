#!/usr/bin/env bash
# Run by PrairieLearn for each submission: writes results/results.json, whatever was handed in and whatever goes wrong.
cd /grade/tests || exit
mkdir -p /grade/results
java -XX:TieredStopAtLevel=1 -cp mmaplab.jar io.github.mmaplab.cli.Main \
    exercise autograde prairielearn '@EXERCISE@' /grade@ROSTER@
status=$?

# The program writes whole results or none. Without any the student would be told nothing.
if [ ! -e /grade/results/results.json ]; then
    echo "mmaplab ended with exit code $status and without results: what it says is above" >&2
    cp no-results.json /grade/results/.no-results.json
    mv /grade/results/.no-results.json /grade/results/results.json
fi
