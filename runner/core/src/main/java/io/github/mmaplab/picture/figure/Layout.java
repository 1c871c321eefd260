package io.github.mmaplab.picture.figure;

import io.github.mmaplab.picture.Moment;
import io.github.mmaplab.picture.ProcessView;
import io.github.mmaplab.picture.Storyboard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything of a storyboard is, in pixels: the same place at every moment. The rows of all columns of processes lie on
 * one grid, so that the arrows of the columns on the left pass between the rows of those on their right.
 */
final class Layout {

    static final int MARGIN = 16;
    /** The height of a line of text. */
    static final int LINE = 18;
    /** The width of a character, of those with one width. */
    static final int CHARACTER = 8;

    static final int ROW = 26;
    static final int HEADER = 44;
    /** From a row to the place where its arrow turns: room for the permission. */
    static final int STUB = 40;

    private static final int GAP = 8;
    private static final int LANE = 6;
    private static final int NARROWEST = 96;
    private static final int WIDEST = 210;
    private static final int ARROWS = 90;
    private static final int MEMORY = 268;
    private static final int LINKS = 64;
    private static final int FILE = 164;
    private static final int DISK = 150;
    private static final int MOST_RULERS = 4;

    private final List<Column> columns;
    private final PageRows pages;
    private final List<FileRows> files;
    private final List<Integer> left = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final Map<Long, Integer> rowOfPage = new HashMap<>();
    private final Map<String, Integer> topOfFile = new HashMap<>();
    private final int pitch;
    private final int memory;
    private final List<RulerShapes> rulers = new ArrayList<>();
    private final int right;
    private final int rows;
    private final int moreRulers;
    private final int height;

    private Layout(Storyboard storyboard, List<Column> columns, PageRows pages, List<FileRows> files, List<Ruler> all) {
        this.columns = columns;
        this.pages = pages;
        this.files = files;
        int lanes = Math.max(0, columns.size() - 1);
        this.pitch = ROW + Math.max(GAP, (lanes + 1) * LANE);
        int x = MARGIN;
        int deepest = 0;
        for (Column column : columns) {
            int width = width(storyboard, column);
            left.add(x);
            widths.add(width);
            x += width + STUB + GAP;
            deepest = Math.max(deepest, column.rows().size());
        }
        this.memory = x + ARROWS - GAP;
        for (int row = 0; row < pages.rows().size(); row++) {
            for (long page : pages.rows().get(row).pages()) {
                rowOfPage.put(page, row);
            }
        }
        deepest = Math.max(deepest, pages.rows().size() + 1);
        int fileRows = 0;
        boolean disk = false;
        for (FileRows file : files) {
            topOfFile.put(file.file(), fileRows);
            fileRows += file.rows().size() + 2;
            disk |= file.hasDisk();
        }
        deepest = Math.max(deepest, fileRows - 1);
        int end = memory + MEMORY;
        end += files.isEmpty() ? 0 : LINKS + FILE + (disk ? DISK + LINKS / 2 : 0);
        this.rows = HEADER + deepest * pitch + (all.isEmpty() ? 0 : GAP);
        int below = rows;
        int widest = end;
        for (Ruler ruler : all.subList(0, Math.min(all.size(), MOST_RULERS))) {
            RulerShapes shapes = new RulerShapes(ruler, end);
            rulers.add(shapes);
            below += shapes.height();
            widest = Math.max(widest, shapes.right());
        }
        this.moreRulers = all.size() - rulers.size();
        this.right = widest;
        this.height = below + (moreRulers > 0 ? LINE : 0);
    }

    static Layout of(Storyboard storyboard) {
        List<Column> columns = Column.of(storyboard);
        List<FileRows> files = FileRows.of(storyboard);
        return new Layout(storyboard, columns, PageRows.of(storyboard, columns, files), files, Ruler.of(storyboard));
    }

    /** As wide as what is written in the column. */
    private static int width(Storyboard storyboard, Column column) {
        Naming naming = new Naming(storyboard.pageSize());
        int longest = column.process().length() + 10;
        for (Moment moment : storyboard.moments()) {
            ProcessView process = column.at(moment);
            if (process != null) {
                for (Column.Row row : column.rows()) {
                    int more = row.pages() > 1 ? 12 : 0;
                    longest = Math.max(
                            longest, naming.place(process, row.address()).length() + more);
                }
                for (ProcessView.MappingView mapping : process.mappings()) {
                    longest = Math.max(longest, MomentShapes.caption(mapping).length() - 2);
                }
            }
        }
        return Math.max(NARROWEST, Math.min(WIDEST, longest * CHARACTER + 2 * GAP));
    }

    int width() {
        return right + MARGIN;
    }

    int height() {
        return height;
    }

    List<Column> columns() {
        return columns;
    }

    PageRows pages() {
        return pages;
    }

    List<FileRows> files() {
        return files;
    }

    List<RulerShapes> rulers() {
        return rulers;
    }

    /** How many files whose end matters have no ruler. */
    int moreRulers() {
        return moreRulers;
    }

    /** Below all rows: the top of the first ruler. */
    int rulersTop() {
        return rows;
    }

    int left(int column) {
        return left.get(column);
    }

    int width(int column) {
        return widths.get(column);
    }

    /** Where the arrows of all columns have turned to physical memory. */
    int turn() {
        return memory - ARROWS;
    }

    int memory() {
        return memory;
    }

    int memoryWidth() {
        return MEMORY;
    }

    int file() {
        return memory + MEMORY + LINKS;
    }

    int fileWidth() {
        return FILE;
    }

    int disk() {
        return file() + FILE + LINKS / 2;
    }

    int diskWidth() {
        return DISK;
    }

    /** The top of a row of the grid, below the headings. */
    int row(int number) {
        return HEADER + number * pitch;
    }

    /** The top of a row of physical memory or of files: beside the first page of the processes, which a caption comes before. */
    int pageRow(int number) {
        return row(number + 1);
    }

    /** The row of physical memory in which a page is. */
    int rowOfPage(long page) {
        return rowOfPage.getOrDefault(page, 0);
    }

    /** The row of files in which the first page of a file is. */
    int rowOfFile(String file) {
        return topOfFile.getOrDefault(file, 0);
    }

    /** How far below a row the arrows of a column pass between this row and the next. */
    int lane(int column) {
        return ROW + LANE / 2 + 1 + column * LANE;
    }
}
