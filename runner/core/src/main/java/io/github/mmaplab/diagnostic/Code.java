package io.github.mmaplab.diagnostic;

/**
 * The kinds of problem a file can have. An id is stable: it is never given to another kind of problem. Each has a page in
 * {@code docs/errors.md}.
 */
public enum Code {
    UNREADABLE_FILE("E0101", "the file can't be read"),
    FILE_TOO_LARGE("E0102", "the file is too large"),
    NOT_UTF8("E0103", "the file is not UTF-8"),
    BINARY_FILE("E0104", "the file is binary"),
    CONTROL_CHARACTER("E0105", "a control character"),
    EMPTY_DOCUMENT("E0106", "an empty document"),
    NOT_YAML("E0107", "this is not YAML"),
    TAB("E0108", "a tab where a space must be"),
    UNCLOSED("E0109", "a quote or bracket is never closed"),
    TOO_DEEP("E0110", "nesting too deep"),
    ANCHOR("E0111", "an anchor"),
    ALIAS("E0112", "an alias"),
    TAG("E0113", "an explicit tag"),
    WRITTEN_TWICE("E0114", "a duplicate"),
    MERGE_KEY("E0115", "a merge key"),
    KEY_NOT_TEXT("E0116", "a key that is not text"),
    LINE_TOO_LONG("E0117", "a line is too long"),
    NO_SCENARIOS("E0118", "no scenario found"),
    OTHER_KIND("E0119", "a file of another kind"),

    UNKNOWN_KEY("E0201", "an unknown key"),
    MISSING_KEY("E0202", "a key is missing"),
    WRONG_SHAPE("E0203", "a value of the wrong shape"),
    NO_VERB("E0204", "a step without a verb"),
    SEVERAL_VERBS("E0205", "a step with several verbs"),
    NOTHING_GIVEN("E0206", "a missing value"),
    UNEQUAL_COLUMNS("E0207", "rows with different columns"),
    UNKNOWN_PARAMETER("E0208", "an unknown parameter"),
    UNUSED_COLUMN("W0209", "a column or parameter that is not used"),
    TOO_MANY_CASES("E0210", "too many cases"),
    WRONG_LEVEL("E0211", "a key at the wrong level"),

    INVALID_NAME("E0301", "an invalid name"),
    NAME_TAKEN("E0302", "a name used twice"),
    NAMES_COLLIDE("E0303", "two names that are written alike"),
    UNKNOWN_PROCESS("E0304", "an unknown process"),
    UNKNOWN_MAPPING("E0305", "an unknown mapping"),
    UNKNOWN_FILE("E0306", "an unknown file"),
    NOT_YET("E0307", "a name that does not exist yet"),
    WRONG_KIND_OF_NAME("E0308", "a name of the wrong kind"),
    INVALID_LOCATION("E0309", "an invalid location"),

    INVALID_SIZE("E0401", "an invalid size"),
    LEADING_ZERO("E0402", "a number with a leading zero"),
    SIZE_OVERFLOW("E0403", "a size above 2^64-1"),
    NEGATIVE_SIZE("E0404", "a negative size"),
    INVALID_NUMBER("E0405", "an invalid number"),
    UNKNOWN_WORD("E0406", "an unknown word"),
    NOT_A_TRUTH_VALUE("E0407", "not a truth value"),
    INVALID_PROTECTION("E0408", "an invalid protection"),
    INVALID_HEX("E0409", "invalid hexadecimal bytes"),
    NOT_ONE_BYTE("E0410", "not one byte"),
    INVALID_PAGE_SIZE("E0411", "an invalid page size"),

    NO_CHECK("E0501", "a scenario that checks nothing"),
    OUTCOME_OUT_OF_PLACE("E0502", "an outcome that the step can't have"),
    SEVERAL_OUTCOMES("E0503", "more than one outcome"),
    FACET_OUT_OF_PLACE("E0504", "a facet that does not apply"),
    NOTHING_COMPARED("E0505", "an empty comparison"),
    CONTENT_TOO_LONG("E0506", "content that does not fit"),
    CODE_OF_OTHER_SIGNAL("E0507", "a code of another signal"),
    KEYS_DISAGREE("E0508", "keys that do not go together"),
    NOT_ASKED_HERE("E0509", "a question in a scenario"),
    NO_QUESTION("E0510", "an exercise that asks nothing"),
    GIVEN_AWAY("E0511", "an answer that the exercise gives away"),
    ONE_BRANCH("E0512", "fewer than two branches"),
    NOT_IN_A_BRANCH("E0513", "a step that a branch can't contain"),
    TOO_MANY_BRANCHES("E0514", "too many branches"),
    ONE_ORDER("E0515", "several orders without concurrent steps"),
    AFTER_CRASH("E0516", "an expectation that a crash leaves without an answer"),
    NEVER_EQUAL("E0517", "a comparison that can never hold"),
    ONLY_IN_A_BRANCH("E0518", "a step that only a branch can contain"),

    CALL_NOT_SIMULATED("E0601", "a call that is not simulated"),
    WORD_NOT_SIMULATED("E0602", "a flag or an advice that is not simulated yet"),
    PART_NOT_SIMULATED("E0603", "a part of the language that can't be played yet"),
    NOT_EXPORTED("E0604", "a part that can't be exported"),

    MISSING_COLUMN("E0701", "a column is missing"),
    COLUMN_TWICE("E0702", "a column given twice"),
    UNEVEN_ROW("E0703", "a row with more or fewer cells"),
    STRAY_TEXT("E0704", "text after a closing quote"),
    NO_ID("E0705", "a student without an id"),
    INVALID_ID("E0706", "an invalid id"),
    STUDENT_TWICE("E0707", "a student given twice"),
    IDS_LOOK_ALIKE("W0708", "ids that differ in case only"),
    NOT_A_GRADEBOOK("E0709", "not a Canvas gradebook"),
    COLUMN_NOT_FILLED("E0710", "a column that can't be filled in"),
    NEW_COLUMN("W0711", "a column that Canvas will create"),
    STUDENT_LEFT_OUT("W0712", "a student left out");

    private final String id;
    private final String title;

    Code(String id, String title) {
        this.id = id;
        this.title = title;
    }

    /** The stable name, as in {@code E0201}: two digits for the group, two within it. */
    public String id() {
        return id;
    }

    /** What it is, in a few words. */
    public String title() {
        return title;
    }

    /** {@code E} is an error, {@code W} a warning. */
    public Severity severity() {
        return id.charAt(0) == 'E' ? Severity.ERROR : Severity.WARNING;
    }
}
