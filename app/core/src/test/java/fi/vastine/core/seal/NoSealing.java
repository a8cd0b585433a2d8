package fi.vastine.core.seal;

import java.security.AlgorithmParameters;
import java.security.Key;
import java.security.Provider;
import java.security.SecureRandom;
import java.security.Security;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.CipherSpi;
import org.jspecify.annotations.Nullable;

/** A program whose seal locks nothing, for as long as this is open: AES-GCM leaves each text as it is. */
public final class NoSealing implements AutoCloseable {
    private static final String NAME = "NoSealing";

    public NoSealing() {
        Security.insertProviderAt(new OffProvider(), 1);
    }

    @Override
    public void close() {
        Security.removeProvider(NAME);
    }

    private static final class OffProvider extends Provider {
        private static final long serialVersionUID = 1L;

        OffProvider() {
            super(NAME, "1", "a mutant");
            put("Cipher.AES/GCM/NoPadding", Off.class.getName());
        }
    }

    /** Sixteen zeros in the tag's place. */
    public static final class Off extends CipherSpi {
        private static final int TAG = 16;
        private int mode;

        @Override
        protected void engineSetMode(String mode) {
            // There is one.
        }

        @Override
        protected void engineSetPadding(String padding) {
            // There is none.
        }

        @Override
        protected int engineGetBlockSize() {
            return TAG;
        }

        @Override
        protected int engineGetOutputSize(int length) {
            return length + TAG;
        }

        @Override
        protected byte[] engineGetIV() {
            return new byte[12];
        }

        @Override
        protected @Nullable AlgorithmParameters engineGetParameters() {
            return null;
        }

        @Override
        protected void engineInit(int operation, Key key, SecureRandom random) {
            mode = operation;
        }

        @Override
        protected void engineInit(int operation, Key key, AlgorithmParameterSpec parameters, SecureRandom random) {
            mode = operation;
        }

        @Override
        protected void engineInit(int operation, Key key, AlgorithmParameters parameters, SecureRandom random) {
            mode = operation;
        }

        @Override
        protected void engineUpdateAAD(byte[] data, int from, int length) {
            // Nothing is authenticated.
        }

        @Override
        protected byte[] engineUpdate(byte[] input, int from, int length) {
            return Arrays.copyOfRange(input, from, from + length);
        }

        @Override
        protected int engineUpdate(byte[] input, int from, int length, byte[] output, int to) {
            System.arraycopy(input, from, output, to, length);
            return length;
        }

        @Override
        protected byte[] engineDoFinal(byte[] input, int from, int length) {
            return Arrays.copyOfRange(input, from, from + (mode == 1 ? length + TAG : length - TAG));
        }

        @Override
        protected int engineDoFinal(byte[] input, int from, int length, byte[] output, int to) {
            int kept = mode == 1 ? length : length - TAG;
            System.arraycopy(input, from, output, to, kept);
            return mode == 1 ? kept + TAG : kept;
        }
    }
}
