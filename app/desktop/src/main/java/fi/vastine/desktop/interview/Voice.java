package fi.vastine.desktop.interview;

import fi.vastine.contract.cases.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A program of the operating system that reads aloud what is written to it. Thread safe; both methods start a program.
 *
 * <p>The words go to it by its input, so they do not stand in the machine's list of programs.
 */
public final class Voice {
    /** What reads its input, in the language that takes the place of {@code %s}. */
    private static final Map<String, List<String>> KNOWN = Map.of(
            "spd-say", List.of("--wait", "--pipe-mode", "--language", "%s"),
            "say", List.of(),
            "powershell.exe",
                    List.of(
                            "-NoProfile",
                            "-Command",
                            "Add-Type -AssemblyName System.Speech;"
                                    + "[Console]::InputEncoding=[Text.Encoding]::UTF8;"
                                    + "$voice=New-Object System.Speech.Synthesis.SpeechSynthesizer;"
                                    + "$own=$voice.GetInstalledVoices([Globalization.CultureInfo]'%s')|Select -First 1;"
                                    + "if($own){$voice.SelectVoice($own.VoiceInfo.Name)};"
                                    + "$voice.Speak([Console]::In.ReadToEnd())"));

    private final Path program;
    private final List<String> options;
    private @Nullable Process speaking;

    private Voice(Path program, List<String> options) {
        this.program = program;
        this.options = options;
    }

    /** The voice of this machine; empty if it has none that is known. Looks through the folders of programs. */
    public static Optional<Voice> ofThisMachine() {
        return in(System.getenv().getOrDefault("PATH", ""));
    }

    static Optional<Voice> in(String folders) {
        return Stream.of(folders.split(java.io.File.pathSeparator))
                .map(folder -> folder.replace("\"", "").strip())
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .flatMap(folder -> KNOWN.entrySet().stream()
                        .filter(known -> Files.isExecutable(folder.resolve(known.getKey())))
                        .map(known -> new Voice(folder.resolve(known.getKey()), known.getValue())))
                .findFirst();
    }

    /**
     * Begins to read the words; what was being read is broken off.
     *
     * @throws UncheckedIOException if the program cannot be started any more
     */
    public synchronized void say(String words, Language language) {
        hush();
        String tongue = language.name().toLowerCase(Locale.ROOT);
        List<String> command = Stream.concat(
                        Stream.of(program.toString()), options.stream().map(option -> option.replace("%s", tongue)))
                .toList();
        try {
            Process started = new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            speaking = started;
            try (Writer input = started.outputWriter(StandardCharsets.UTF_8)) {
                input.write(words);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The machine's voice does not answer", e);
        }
    }

    /** Breaks off what is being read. */
    public synchronized void hush() {
        if (speaking != null) {
            speaking.destroy();
            speaking = null;
        }
    }
}
