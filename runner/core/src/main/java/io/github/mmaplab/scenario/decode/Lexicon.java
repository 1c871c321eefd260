package io.github.mmaplab.scenario.decode;

import io.github.mmaplab.abi.Advice;
import io.github.mmaplab.abi.CrashModel;
import io.github.mmaplab.abi.Errno;
import io.github.mmaplab.abi.FileKind;
import io.github.mmaplab.abi.MapFlag;
import io.github.mmaplab.abi.OpenFlag;
import io.github.mmaplab.abi.OpenMode;
import io.github.mmaplab.abi.RemapFlag;
import io.github.mmaplab.abi.Resource;
import io.github.mmaplab.abi.Seal;
import io.github.mmaplab.abi.Sharing;
import io.github.mmaplab.abi.Signal;
import io.github.mmaplab.abi.SignalCode;
import io.github.mmaplab.scenario.model.CreditTo;
import io.github.mmaplab.scenario.model.Feedback;
import io.github.mmaplab.scenario.model.FileMode;
import io.github.mmaplab.scenario.model.MappingKind;
import io.github.mmaplab.scenario.model.Partial;
import io.github.mmaplab.scenario.model.Presentation;
import java.util.List;
import java.util.Map;

/** The closed lists of words. */
final class Lexicon {
    static final Words<Advice> ADVICES =
            Words.of(Advice.class, "an advice of madvise(2)", NotSimulated.ADVICES, "MADV_", Map.of());
    static final Words<CrashModel> CRASH_MODELS = Words.of(CrashModel.class, "a model of a crash");
    static final Words<Errno> ERRNOS = Words.of(Errno.class, "an errno");
    static final Words<FileKind> FILE_KINDS =
            Words.of(FileKind.class, "a kind of file", NotSimulated.FILE_KINDS, "", Map.of());
    static final Words<FileMode> FILE_MODES = Words.of(FileMode.class, "a mode of a file");
    static final Words<MapFlag> MAP_FLAGS = Words.of(
            MapFlag.class,
            "a flag of mmap(2)",
            NotSimulated.MAP_FLAGS,
            "MAP_",
            Map.of(
                    "file", "MAP_FILE has no effect: leave it out",
                    "fixed", "`at` means MAP_FIXED: leave the flag out and say where with `at`",
                    "private", "write `sharing: private`",
                    "shared", "write `sharing: shared`",
                    "shared_validate", "write `sharing: shared_validate`",
                    "anonymous", "a mapping without `file` is anonymous",
                    "anon", "a mapping without `file` is anonymous"));
    static final Words<OpenMode> OPEN_MODES = Words.of(OpenMode.class, "a way to open a file");
    static final Words<OpenFlag> OPEN_FLAGS = Words.of(
            OpenFlag.class,
            "a flag of open(2)",
            NotSimulated.OPEN_FLAGS,
            "O_",
            Map.of(
                    "trunc", "write `truncate`",
                    "create", "write `create: new.txt`, a step that makes the file",
                    "creat", "write `create: new.txt`, a step that makes the file",
                    "excl", "write `create: new.txt`, a step that makes the file unless there is one"));
    static final Words<Partial> PARTIALS = Words.of(Partial.class, "a rule for parts of a set");

    static final Words<MappingKind> MAPPING_KINDS = Words.of(MappingKind.class, "a kind of mapping");
    static final Words<CreditTo> CREDITS = Words.of(CreditTo.class, "a group of students who get the points");
    static final Words<Feedback> FEEDBACKS = Words.of(Feedback.class, "a level of feedback");
    static final Words<Presentation> PRESENTATIONS = Words.of(Presentation.class, "a presentation");
    static final Words<RemapFlag> REMAP_FLAGS = Words.of(RemapFlag.class, "a flag of mremap(2)");
    static final Words<Resource> RESOURCES = Words.of(
            Resource.class,
            "what a limit can be for",
            NotSimulated.RESOURCES,
            "RLIMIT_",
            Map.of(
                    "as", "write `address-space`",
                    "memlock", "write `locked`"));
    static final Words<Seal> SEALS = Words.of(Seal.class, "a seal");
    static final Words<Sharing> SHARINGS = Words.of(
            Sharing.class,
            "a kind of sharing",
            List.of(),
            "",
            Map.of(
                    "anonymous", "a mapping without `file` is anonymous",
                    "anon", "a mapping without `file` is anonymous",
                    "fixed", "`at` means MAP_FIXED",
                    "populate", "`flags: [populate]` is MAP_POPULATE",
                    "noreserve", "`flags: [noreserve]` is MAP_NORESERVE"));
    /** Those that a mapping has once it is made. */
    static final Words<Sharing> MADE = SHARINGS.without(
                    Sharing.NONE, "a kind of sharing", "a mapping is `private` or `shared`")
            .without(Sharing.SHARED_VALIDATE, "a kind of sharing", "a mapping is `private` or `shared`");

    static final Words<Signal> SIGNALS = Words.of(Signal.class, "a signal that can end a process here");
    /** The signals that an access of memory can raise. */
    static final Words<Signal> RAISED = SIGNALS.without(
            Signal.SIGKILL,
            "a signal that can be raised",
            "an access raises SIGSEGV or SIGBUS; `killed-by: SIGKILL` is what a killed process shows");

    static final Words<SignalCode> SIGNAL_CODES = Words.of(SignalCode.class, "a signal's code");

    private Lexicon() {}
}
