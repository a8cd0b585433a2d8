package fi.vastine.backend.admin;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** A CSV file with a heading, in UTF-8, its columns divided by commas or semicolons; gathers what is wrong with it. */
final class Table {
    private static final int LONGEST_ID = 64;
    private static final int LONGEST_TEXT = 200;

    private final String file;
    private final List<Row> rows = new ArrayList<>();
    private final List<BadLine> bad = new ArrayList<>();

    private Table(String file) {
        this.file = file;
    }

    /** A file that was not given. */
    static Table none() {
        return new Table("");
    }

    /** Reads a file; one that cannot be read at all is a bad first line. */
    static Table read(Path path, Set<String> columns) {
        Table table = new Table(path.getFileName().toString());
        try {
            table.take(Files.readString(path).replace("\uFEFF", ""), columns);
        } catch (CharacterCodingException e) {
            table.reject(1, "", "the file is not in UTF-8");
        } catch (IOException | UncheckedIOException e) {
            table.reject(1, "", "the file cannot be read");
        }
        return table;
    }

    List<Row> rows() {
        return rows;
    }

    List<BadLine> bad() {
        return bad;
    }

    void reject(long line, String column, String reason) {
        bad.add(new BadLine(file, line, column, reason));
    }

    private void take(String text, Set<String> columns) throws IOException {
        String heading = text.lines().findFirst().orElse("");
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(heading.contains(";") ? ';' : ',')
                .setHeader()
                .setSkipHeaderRecord(true)
                .setTrim(true)
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            Set<String> missing = new LinkedHashSet<>(columns);
            missing.removeAll(parser.getHeaderNames());
            missing.forEach(column -> reject(1, column, "the column is missing"));
            if (!missing.isEmpty()) {
                return;
            }
            for (CSVRecord each : parser) {
                if (each.isConsistent()) {
                    rows.add(new Row(parser.getCurrentLineNumber(), each));
                } else {
                    reject(
                            parser.getCurrentLineNumber(),
                            "",
                            "the line has another number of columns than the heading");
                }
            }
        } catch (IllegalArgumentException e) {
            reject(1, "", "the heading is not one");
        }
    }

    /** One line; what is asked of it and is not there as it must be is noted as wrong. */
    final class Row {
        private final long line;
        private final CSVRecord cells;

        private Row(long line, CSVRecord cells) {
            this.line = line;
            this.cells = cells;
        }

        long line() {
            return line;
        }

        String cell(String column) {
            return cells.get(column);
        }

        void reject(String column, String reason) {
            Table.this.reject(line, column, reason);
        }

        @Nullable
        String id(String column) {
            String id = cell(column);
            if (id.isEmpty() || id.length() > LONGEST_ID) {
                reject(column, "an id has 1 to " + LONGEST_ID + " characters");
                return null;
            }
            return id;
        }

        String text(String column) {
            String text = cell(column);
            if (text.isEmpty() || text.length() > LONGEST_TEXT) {
                reject(column, "it has 1 to " + LONGEST_TEXT + " characters");
            }
            return text;
        }

        /** Null for an empty cell, and for one that holds no date. */
        @Nullable
        LocalDate date(String column) {
            String text = cell(column);
            try {
                return text.isEmpty() ? null : LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                reject(column, "not a date such as 2026-12-31: " + text);
                return null;
            }
        }
    }
}
