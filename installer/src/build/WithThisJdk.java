import java.util.ArrayList;
import java.util.List;

/** Runs a script with JAVA_HOME set to the JDK that runs this: Maven's toolchain knows where it is, a script does not. */
public final class WithThisJdk {
    private WithThisJdk() {}

    public static void main(String[] script) throws Exception {
        List<String> command = new ArrayList<>(List.of("bash"));
        command.addAll(List.of(script));
        ProcessBuilder process = new ProcessBuilder(command).inheritIO();
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        System.exit(process.start().waitFor());
    }
}
