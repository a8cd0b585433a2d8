package fi.vastine.backend.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/** The organisation's Ed25519 key pair in a file: made once, since laptops keep to the one they met first. */
final class OrderKey {
    private static final String ALGORITHM = "Ed25519";

    private OrderKey() {}

    static KeyPair in(LedgerFile file) {
        List<String> lines = file.lines();
        try {
            return lines.isEmpty() ? made(file) : read(lines.getFirst());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key in the ledger cannot be used.", e);
        }
    }

    private static KeyPair made(LedgerFile file) throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        file.replace(base64.encodeToString(pair.getPublic().getEncoded()) + " "
                + base64.encodeToString(pair.getPrivate().getEncoded()));
        return pair;
    }

    private static KeyPair read(String line) throws GeneralSecurityException {
        String[] words = line.split(" ", -1);
        KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
        Base64.Decoder base64 = Base64.getDecoder();
        return new KeyPair(
                keys.generatePublic(new X509EncodedKeySpec(base64.decode(words[0]))),
                keys.generatePrivate(new PKCS8EncodedKeySpec(base64.decode(words[1]))));
    }
}
