package io.github.mmaplab.grading;

import io.github.mmaplab.exercise.roster.StudentId;
import io.github.mmaplab.handout.FileNames;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whose a file is, as far as its place tells: the name that it was handed out under, or the folder of a student that it is
 * in. What is in a file anybody can write.
 */
final class Places {
    /** The ids of students by the names of their files. */
    private final Map<String, String> ids = new HashMap<>();

    /** Places of the students with these ids. */
    Places(Collection<String> students) {
        FileNames.of(students).forEach((id, name) -> ids.put(StudentId.normalized(name), id));
    }

    /** The student whose file this is by its name, or else by the nearest folder that tells it. */
    Optional<String> owner(Handed file) {
        List<String> places = file.places();
        if (places.isEmpty()) {
            return Optional.empty();
        }
        PredictionName name = PredictionName.of(file.path());
        Optional<String> usual = name.stem().flatMap(this::owner);
        if (usual.isPresent()) {
            return usual;
        }
        for (String stem : name.stems()) {
            Optional<String> owner = owner(stem);
            if (owner.isPresent()) {
                return owner;
            }
        }
        return places.stream()
                .skip(1)
                .flatMap(folder -> ofFolder(folder).stream())
                .findFirst();
    }

    private Optional<String> owner(String name) {
        return Optional.ofNullable(ids.get(StudentId.normalized(name)));
    }

    /** Clones of repositories are in folders like {@code week-3-ada}; a number alone at the end is that of the week. */
    private Optional<String> ofFolder(String name) {
        Optional<String> owner = owner(name);
        for (int at = name.indexOf('-'); at >= 0 && owner.isEmpty(); at = name.indexOf('-', at + 1)) {
            owner = owner(name.substring(at + 1)).filter(id -> !id.chars().allMatch(Character::isDigit));
        }
        return owner;
    }
}
