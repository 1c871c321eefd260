package io.github.mmaplab.explain;

import io.github.mmaplab.kernel.abi.FileId;
import io.github.mmaplab.kernel.call.Store;
import io.github.mmaplab.kernel.call.WriteFile;
import io.github.mmaplab.kernel.event.Event;
import io.github.mmaplab.kernel.machine.Rule;
import java.util.ArrayList;
import java.util.List;

/** How long a file is, what made it so, and which stores behind its end did not. */
record SizeStory(String file) implements Question {

    @Override
    public Object seen(Film film) {
        FileId id = film.file(file);
        return id == null ? "none" : film.end().file(id).size();
    }

    @Override
    public Told told(Film film) {
        FileId id = film.file(file);
        if (id == null) {
            String why = "the file " + file + " could not be made";
            return new Told(why, List.of(Cause.of(0, why)));
        }
        List<Cause> causes = new ArrayList<>();
        causes.add(last(film));
        causes.addAll(stores(film, id));
        return new Told(file + " is " + Counted.bytes(film.end().file(id).size()) + " long", causes);
    }

    /** What gave the file its size. */
    Cause last(Film film) {
        FileId id = film.file(file);
        for (int i = film.shots().size() - 1; i >= 0; i--) {
            Shot shot = film.shots().get(i);
            for (Event event : shot.events()) {
                if (event instanceof Event.FileResized resized && resized.file().equals(id) && shot.step() > 0) {
                    String how = shot.operation() instanceof WriteFile
                            ? "write(2) behind the end makes " + file + " longer"
                            : (resized.to() < resized.from() ? "truncate cuts " : "truncate makes ")
                                    + file
                                    + (resized.to() < resized.from() ? "" : " longer");
                    return Cause.of(
                            shot.step(), how + ": from " + resized.from() + " to " + Counted.bytes(resized.to()));
                }
            }
        }
        long size = id == null ? 0 : film.end().file(id).size();
        return Cause.of(0, file + " begins with " + Counted.bytes(size) + ", and nothing has changed its size since");
    }

    /** Stores behind the end, of which one may think that they make a file longer; the last two. */
    List<Cause> stores(Film film, FileId id) {
        Ledger ledger = Ledger.of(film);
        Names names = new Names(film);
        Phrases phrases = new Phrases(film, ledger, names);
        List<Cause> causes = new ArrayList<>();
        for (int i = ledger.writes().size() - 1; i >= 0 && causes.size() < 2; i--) {
            Write write = ledger.writes().get(i);
            boolean store = phrases.shot(write).operation() instanceof Store && id.equals(write.file());
            if (store
                    && write.position() + write.length()
                            > phrases.shot(write).before().file(id).size()) {
                causes.add(Cause.of(
                        phrases.shot(write).step(),
                        phrases.change(write) + ", behind the end of " + file
                                + " in its last page: a store changes bytes, never the size",
                        Rule.STORES_KEEP_THE_SIZE));
            }
        }
        return causes;
    }
}
