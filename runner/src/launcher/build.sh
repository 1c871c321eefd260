# The half of the launcher that only a checkout has: builds the jar if its sources have changed since the last build.
# The launcher reads it after it has found java; what is not defined here is defined there.

target=$root/runner/target
jar=$target/mmaplab.jar
record=$target/mmaplab.built
caches=$target/mmaplab-caches

# What the jar is built from, below the root.
sources='pom.xml .mvn LICENSE runner/pom.xml runner/core/src/main runner/src/main schema docs/errors.md'

# Makes a file whose mtime is past: everything that changes from now on has a later ctime, even if the clock of the file
# system is coarse.
mark() {
    begun=$target/mmaplab.begun.$$
    touch "$begun" "$begun.later" || return
    until [ "$begun.later" -nt "$begun" ]; do
        touch "$begun.later" || return
    done
    rm -f "$begun.later"
} 2>/dev/null

if command -v sha256sum >/dev/null; then digest=sha256sum; elif command -v shasum >/dev/null; then digest='shasum -a 256'; else digest=cksum; fi

# Prints a digest of the names and the content of all sources.
digest_of_sources() (
    cd "$root" && find -L $sources -type f -exec $digest {} + | LC_ALL=C sort | $digest
) 2>/dev/null

# Records which jar, with which digest ($1), was built from which sources ($2), as of the time of the mark. If the record
# cannot be written, the next start determines it again.
remember() {
    printf '%s\n' "$jar_id" "$1" "$2" >"$record.$$" && touch -r "$begun" "$record.$$" && mv -f "$record.$$" "$record"
    rm -f "$begun"
} 2>/dev/null

# Whether Maven built the jar here without this script, and no source has changed since it began to compile.
made_here() {
    for list in "$target"/maven-status/maven-compiler-plugin/compile/*/inputFiles.lst; do
        { read -r first <"$list"; } 2>/dev/null || return
        case $first in
            "$root/"*) ;;
            *) return 1 ;;
        esac
        look "$list"
        [ -z "$changed" ] || return
    done
    look "$jar"
    [ -z "$changed" ]
}

# Whether the jar must be built. No source is read unless a ctime is later than the record. Then the content decides: sources
# that were only touched, copied with their target, or changed and changed back need no build.
stale() {
    [ -e "$jar" ] || return 0
    known_id='' known_jar='' known_sources=''
    if [ -e "$record" ]; then
        { read -r known_id && read -r known_jar && read -r known_sources; } <"$record"
        look "$record"
        [ "$known_id" != "$jar_id" ] || [ -z "$known_sources" ] || [ -n "$changed" ] || return 1
    fi
    mark
    is_jar=$($digest <"$jar") is_sources=$(digest_of_sources)
    if [ "$known_jar" = "$is_jar" ]; then
        [ "$known_sources" = "$is_sources" ] || return 0
    else
        made_here || return 0
    fi
    remember "$is_jar" "$is_sources"
    return 1
}

# The new jar replaces the old one in one step, so that no process runs half a jar. If a source has changed meanwhile, it is
# not known what the jar was built from.
build() {
    check_java
    command -v mvn >/dev/null || fail 'must be built, and there is no mvn on the PATH; install Maven 3.8 or newer'
    why='the sources have changed'
    [ -e "$jar" ] || why='for the first time, in a minute or so'
    printf 'mmaplab: building, %s\n' "$why" >&2
    # build with the selected java, if it has a compiler
    [ -z "${MMAPLAB_JAVA-}" ] || [ ! -x "${java%/*}/javac" ] || export JAVA_HOME="${java%/bin/java}"
    cd "$root" && mkdir -p "$target" && mark || fail "cannot write to $target"
    built_from=$(digest_of_sources)
    mvn -q -B -Dstyle.color=never -Dmaven.test.skip -Dprogram.name=mmaplab.new package </dev/null >&2 || {
        rm -f "$begun"
        fail 'the build failed; see the output of Maven above'
    }
    mv -f "$target/mmaplab.new.jar" "$jar" || fail "cannot write $jar"
    look "$begun"
    [ -z "$changed" ] || built_from=''
    remember "$($digest <"$jar")" "$built_from"
}

# Of several starts at once, one builds and the others wait. The lock is on an open file and ends with the process.
# Without flock(1) there is no waiting.
build_once() (
    if command -v flock >/dev/null && ! flock -n 9 2>/dev/null; then
        printf 'mmaplab: waiting for another build\n' >&2
        flock 9
    fi
    ! stale || build
) 9<"$root/pom.xml"

if stale; then
    build_once || exit 70
    look "$record"
fi
