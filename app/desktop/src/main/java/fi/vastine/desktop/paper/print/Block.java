package fi.vastine.desktop.paper.print;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/**
 * A piece of a page that stays together.
 *
 * @param height in points
 * @param drawn puts it onto a page
 */
record Block(float height, Drawn drawn) {

    /** Puts something onto a page, downwards from a height above the page's foot, in points. */
    interface Drawn {
        void onto(PDPageContentStream page, float top) throws IOException;
    }

    /** Pieces below one another that stay together. */
    static Block stacked(List<Block> pieces) {
        List<Block> all = new ArrayList<>(pieces);
        float height = (float) all.stream().mapToDouble(Block::height).sum();
        return new Block(height, (page, top) -> {
            float at = top;
            for (Block each : all) {
                each.drawn().onto(page, at);
                at -= each.height();
            }
        });
    }

    static Block gap(float height) {
        return new Block(height, (page, top) -> {});
    }
}
