package io.sorrel.redis.test;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A certificate authority that lives as long as one call: signs itself, a server and a client. */
final class CertificateIssuer {
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String KEY_IDENTIFIER = "2.5.29.14";
    private static final String KEY_USAGE = "2.5.29.15";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String AUTHORITY_KEY_IDENTIFIER = "2.5.29.35";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String SERVER_PURPOSE = "1.3.6.1.5.5.7.3.1";
    private static final String CLIENT_PURPOSE = "1.3.6.1.5.5.7.3.2";
    private static final byte[] ECDSA_WITH_SHA256 = Der.sequence(Der.objectIdentifier("1.2.840.10045.4.3.2"));
    private static final int SERIAL_BITS = 120;

    private final SecureRandom random = new SecureRandom();
    private final Instant from;
    private final Instant until;
    private final Identity authority;

    /** A certificate and its keys. */
    record Identity(X509Certificate certificate, KeyPair keys) {}

    CertificateIssuer(Instant now, Duration validity) throws GeneralSecurityException {
        this.from = now.minus(Duration.ofHours(1));
        this.until = now.plus(validity);
        KeyPair keys = newKeys();
        byte[] usage = Der.bits(1, (byte) 0x06);
        byte[] extensions = Der.sequence(
                critical(BASIC_CONSTRAINTS, Der.sequence(Der.yes())),
                critical(KEY_USAGE, usage),
                extension(KEY_IDENTIFIER, Der.octets(keyIdentifier(keys.getPublic()))));
        this.authority = new Identity(sign("Sorrel test authority", keys.getPublic(), extensions, keys), keys);
    }

    Identity authority() {
        return authority;
    }

    Identity issue(String name, List<String> hosts) throws GeneralSecurityException {
        KeyPair keys = newKeys();
        byte[] authorityKey = keyIdentifier(authority.keys().getPublic());
        byte[] common = extensionsOfLeaf(keys.getPublic(), authorityKey);
        byte[] extensions = hosts.isEmpty()
                ? Der.sequence(common)
                : Der.sequence(common, extension(ALTERNATIVE_NAMES, names(hosts)));
        return new Identity(sign(name, keys.getPublic(), extensions, authority.keys()), keys);
    }

    private static byte[] extensionsOfLeaf(PublicKey key, byte[] authorityKey) throws GeneralSecurityException {
        byte[] purposes = Der.sequence(Der.objectIdentifier(SERVER_PURPOSE), Der.objectIdentifier(CLIENT_PURPOSE));
        return Der.joined(
                critical(KEY_USAGE, Der.bits(7, (byte) 0x80)),
                extension(EXTENDED_KEY_USAGE, purposes),
                extension(KEY_IDENTIFIER, Der.octets(keyIdentifier(key))),
                extension(AUTHORITY_KEY_IDENTIFIER, Der.sequence(Der.implicit(0, authorityKey))));
    }

    private X509Certificate sign(String subject, PublicKey key, byte[] extensions, KeyPair signer)
            throws GeneralSecurityException {
        byte[] content = Der.sequence(
                Der.explicit(0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(SERIAL_BITS, random).setBit(0)),
                ECDSA_WITH_SHA256,
                name("Sorrel test authority"),
                Der.sequence(Der.time(from), Der.time(until)),
                name(subject),
                key.getEncoded(),
                Der.explicit(3, extensions));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(signer.getPrivate(), random);
        signature.update(content);
        byte[] encoded = Der.sequence(content, ECDSA_WITH_SHA256, Der.bits(0, signature.sign()));
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(encoded));
    }

    private KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"), random);
        return generator.generateKeyPair();
    }

    private static byte[] keyIdentifier(PublicKey key) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-1").digest(key.getEncoded());
    }

    private static byte[] name(String commonName) {
        return Der.sequence(Der.set(Der.sequence(Der.objectIdentifier(COMMON_NAME), Der.text(commonName))));
    }

    private static byte[] names(List<String> hosts) {
        return Der.sequence(
                hosts.stream().map(CertificateIssuer::alternativeName).toArray(byte[][]::new));
    }

    private static byte[] extension(String identifier, byte[] value) {
        return Der.sequence(Der.objectIdentifier(identifier), Der.octets(value));
    }

    private static byte[] critical(String identifier, byte[] value) {
        return Der.sequence(Der.objectIdentifier(identifier), Der.yes(), Der.octets(value));
    }

    private static byte[] alternativeName(String host) {
        boolean address = host.contains(":") || host.matches("\\d+(\\.\\d+){3}");
        try {
            return address
                    ? Der.implicit(7, InetAddress.getAllByName(host)[0].getAddress())
                    : Der.implicit(2, host.getBytes(StandardCharsets.US_ASCII));
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("hosts must be names or addresses, not " + host, e);
        }
    }
}
