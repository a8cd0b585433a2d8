package fi.vastine.desktop.paper.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.jspecify.annotations.Nullable;

/** What a paper is put together of: texts, boxes, faces and lines, each as large as large print asks for. */
final class Pieces {
    static final float LEFT = 50;
    static final float WIDTH = 495;

    private static final float QUESTION = 17;
    private static final float TEXT = 16;
    private static final float UNDER_A_FACE = 12;
    private static final float TYPED = 9;
    private static final float LEADING = 1.28f;
    private static final float BOX = 16;
    private static final float FACE = 38;
    private static final float BETWEEN_LINES = 30;

    private final Lettering regular;
    private final Lettering strong;
    private final Map<String, Face> faces = new HashMap<>();

    Pieces(Lettering regular, Lettering strong) {
        this.regular = regular;
        this.strong = strong;
    }

    /** A piece in one, or, of a question with more options than a page has room for, in several. */
    List<Block> of(Sheet.Part part, float room) throws IOException {
        Block whole = whole(part);
        if (whole.height() <= room
                || !(part instanceof Sheet.Question question && question.answer() instanceof Sheet.Options options)) {
            return List.of(whole);
        }
        List<Block> several = new ArrayList<>(List.of(text(strong, question.text(), QUESTION, WIDTH), Block.gap(8)));
        several.addAll(each(options.boxes()));
        several.add(Block.gap(22));
        return several;
    }

    private Block whole(Sheet.Part part) throws IOException {
        return switch (part) {
            case Sheet.Note note -> Block.stacked(List.of(text(regular, note.text(), TEXT, WIDTH), Block.gap(10)));
            case Sheet.Heading heading ->
                Block.stacked(List.of(Block.gap(6), text(strong, heading.text(), QUESTION + 2, WIDTH), Block.gap(8)));
            case Sheet.Question question ->
                Block.stacked(List.of(
                        text(strong, question.text(), QUESTION, WIDTH),
                        Block.gap(8),
                        answer(question.answer()),
                        Block.gap(22)));
        };
    }

    Block text(Lettering cut, String text, float size, float widest) throws IOException {
        List<Block> lines = new ArrayList<>();
        for (String line : cut.lines(text, size, widest)) {
            lines.add(new Block(size * LEADING, (page, top) -> write(page, cut, line, size, LEFT, top - size)));
        }
        return Block.stacked(lines);
    }

    private Block answer(Sheet.Answer answer) throws IOException {
        return switch (answer) {
            case Sheet.Scale scale -> scale(scale.boxes());
            case Sheet.Numbers numbers -> numbers(numbers);
            case Sheet.Options options -> Block.stacked(each(options.boxes()));
            case Sheet.Lines lines -> lines(lines.number());
        };
    }

    private Block scale(List<Sheet.Box> boxes) throws IOException {
        float cell = WIDTH / boxes.size();
        int most = 1;
        for (Sheet.Box each : boxes) {
            most = Math.max(
                    most, regular.lines(each.words(), UNDER_A_FACE, cell - 6).size());
        }
        float height = FACE + 6 + BOX + 4 + most * UNDER_A_FACE * LEADING;
        return new Block(height, (page, top) -> {
            for (int each = 0; each < boxes.size(); each++) {
                cell(page, boxes.get(each), LEFT + each * cell, cell, top);
            }
        });
    }

    private void cell(PDPageContentStream page, Sheet.Box box, float left, float width, float top) throws IOException {
        float middle = left + width / 2;
        face(box.face()).onto(page, middle - FACE / 2, top, FACE);
        float below = top - FACE - 6;
        box(page, box.typed(), middle - BOX / 2, below);
        float line = below - BOX - 4 - UNDER_A_FACE;
        for (String each : regular.lines(box.words(), UNDER_A_FACE, width - 6)) {
            float wide = regular.width(each, UNDER_A_FACE);
            write(page, regular, each, UNDER_A_FACE, middle - wide / 2, line);
            line -= UNDER_A_FACE * LEADING;
        }
    }

    private Face face(@Nullable String name) {
        return name == null ? Face.NONE : faces.computeIfAbsent(name, Face::of);
    }

    private Block numbers(Sheet.Numbers numbers) throws IOException {
        float cell = WIDTH / (numbers.most() + 1);
        List<String> least = regular.lines(numbers.leastWords(), UNDER_A_FACE, WIDTH / 2 - 10);
        List<String> most = regular.lines(numbers.mostWords(), UNDER_A_FACE, WIDTH / 2 - 10);
        int lines = Math.max(least.size(), most.size());
        return new Block(TEXT + 6 + BOX + 6 + lines * UNDER_A_FACE * LEADING, (page, top) -> {
            for (int each = 0; each <= numbers.most(); each++) {
                String typed = Integer.toString(each);
                float middle = LEFT + (each + 0.5f) * cell;
                write(page, regular, typed, TEXT, middle - regular.width(typed, TEXT) / 2, top - TEXT);
                box(page, "", middle - BOX / 2, top - TEXT - 6);
            }
            float first = top - TEXT - 6 - BOX - 6 - UNDER_A_FACE;
            for (int each = 0; each < least.size(); each++) {
                float line = first - each * UNDER_A_FACE * LEADING;
                write(page, regular, least.get(each), UNDER_A_FACE, LEFT + (cell - BOX) / 2, line);
            }
            for (int each = 0; each < most.size(); each++) {
                float line = first - each * UNDER_A_FACE * LEADING;
                float right = LEFT + WIDTH - (cell - BOX) / 2;
                String words = most.get(each);
                write(page, regular, words, UNDER_A_FACE, right - regular.width(words, UNDER_A_FACE), line);
            }
        });
    }

    /** One option a line: a long list stays easy to look over, and a box never stands at the wrong words. */
    private List<Block> each(List<Sheet.Box> boxes) throws IOException {
        List<Block> all = new ArrayList<>();
        float indent = BOX + 22;
        for (Sheet.Box each : boxes) {
            List<String> lines = regular.lines(each.words(), TEXT, WIDTH - indent);
            all.add(new Block(lines.size() * TEXT * LEADING + 5, (page, top) -> {
                box(page, each.typed(), LEFT, top - 1);
                float line = top - TEXT + 1;
                for (String words : lines) {
                    write(page, regular, words, TEXT, LEFT + indent, line);
                    line -= TEXT * LEADING;
                }
            }));
        }
        return all;
    }

    private static Block lines(int number) {
        return new Block(number * BETWEEN_LINES, (page, top) -> {
            page.setLineWidth(0.8f);
            for (int each = 1; each <= number; each++) {
                page.moveTo(LEFT, top - each * BETWEEN_LINES + 4);
                page.lineTo(LEFT + WIDTH, top - each * BETWEEN_LINES + 4);
                page.stroke();
            }
        });
    }

    /** A box, and small at its right what is typed for it. */
    private void box(PDPageContentStream page, String typed, float left, float top) throws IOException {
        page.setLineWidth(1.2f);
        page.addRect(left, top - BOX, BOX, BOX);
        page.stroke();
        if (!typed.isEmpty()) {
            write(page, regular, typed, TYPED, left + BOX + 4, top - BOX + 1);
        }
    }

    void write(PDPageContentStream page, Lettering cut, String line, float size, float left, float baseline)
            throws IOException {
        page.beginText();
        page.setFont(cut.font(), size);
        page.newLineAtOffset(left, baseline);
        page.showText(line);
        page.endText();
    }
}
