package fi.vastine.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Many browsers that post the same form again and again, each waiting for its receipt: {@code BrowsersMain <port> <form>
 * <connections>}.
 *
 * <p>For each line on standard input, which holds nanoseconds, they post that long, and a line tells how many receipts
 * came, in how many nanoseconds, and for how many nanoseconds of this process's processor time. One thread with a selector,
 * because the backend shares the machine.
 */
final class BrowsersMain {
    private BrowsersMain() {}

    public static void main(String[] arguments) throws IOException {
        var backend = new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0]));
        byte[] form = Files.readAllBytes(Path.of(arguments[1]));
        int connections = Integer.parseInt(arguments[2]);
        try (Selector selector = Selector.open();
                var orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII))) {
            List<Browser> browsers = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                browsers.add(Browser.connect(backend, form, selector));
            }
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                System.out.println(post(browsers, selector, Long.parseLong(line)));
            }
        }
    }

    /** All of them for that long; the receipts still on their way at the end are waited for and counted. */
    private static String post(List<Browser> browsers, Selector selector, long nanos) throws IOException {
        long cpu = cpu();
        long began = System.nanoTime();
        for (Browser browser : browsers) {
            browser.post();
        }
        int waiting = browsers.size();
        long receipts = 0;
        while (waiting > 0) {
            selector.select();
            for (SelectionKey key : selector.selectedKeys()) {
                Browser browser = (Browser) key.attachment();
                if (browser.hasReceipt()) {
                    receipts++;
                    if (System.nanoTime() - began < nanos) {
                        browser.post();
                    } else {
                        waiting--;
                    }
                }
            }
            selector.selectedKeys().clear();
        }
        return receipts + " " + (System.nanoTime() - began) + " " + (cpu() - cpu);
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }
}
