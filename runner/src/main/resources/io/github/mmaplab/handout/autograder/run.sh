#!/usr/bin/env bash
# PrairieLearn runs this for each submission. It writes results/results.json, whatever was handed in and whatever fails.
cd /grade/tests || exit
mkdir -p /grade/results
java -XX:TieredStopAtLevel=1 -cp mmaplab.jar io.github.mmaplab.cli.Main \
    exercise autograde prairielearn '@EXERCISE@' /grade@ROSTER@
status=$?

# The program writes complete results or none. Without results the student would see nothing.
if [ ! -e /grade/results/results.json ]; then
    echo "mmaplab ended with exit code $status and without results: see its output above" >&2
    cp no-results.json /grade/results/.no-results.json
    mv /grade/results/.no-results.json /grade/results/results.json
fi
