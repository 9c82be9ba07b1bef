package io.sorrel.redis.test;

import io.sorrel.redis.test.CertificateIssuer.Identity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate authority made for one test run, with one server and one client certificate, as PEM files and as
 * PKCS #12 stores. The private key of the authority is not kept; nothing of it is fit for use outside tests.
 */
public final class TestCertificates {
    private static final String STORE_PASSWORD = "test-only";
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1");

    private final Path directory;
    private final SSLContext context;

    private TestCertificates(Path directory, SSLContext context) {
        this.directory = directory;
        this.context = context;
    }

    /** Writes certificates into a folder; the server's is valid for the loopback addresses, for one day. */
    public static TestCertificates generate(Path directory) {
        return generate(directory, LOOPBACK, Duration.ofDays(1));
    }

    /**
     * Writes certificates into a folder.
     *
     * @param hosts the names and addresses that the server's certificate is valid for
     * @param validity the time from now at which all certificates end; negative for such as have ended already
     */
    public static TestCertificates generate(Path directory, List<String> hosts, Duration validity) {
        try {
            Files.createDirectories(directory);
            CertificateIssuer issuer = new CertificateIssuer(Instant.now(), validity);
            Identity server = issuer.issue("Sorrel test server", hosts);
            Identity client = issuer.issue("Sorrel test client", List.of());
            TestCertificates files =
                    new TestCertificates(directory.toAbsolutePath(), context(issuer.authority(), client));
            files.write(issuer.authority(), server, client);
            return files;
        } catch (IOException | GeneralSecurityException e) {
            throw new RedisServerException("Cannot make certificates in " + directory + ": " + e.getMessage(), e);
        }
    }

    /** Returns the certificate of the authority, in PEM. */
    public Path authority() {
        return directory.resolve("ca.pem");
    }

    /** Returns the certificate of the server, in PEM. */
    public Path serverCertificate() {
        return directory.resolve("server.pem");
    }

    /** Returns the unencrypted private key of the server, PKCS #8 in PEM. */
    public Path serverKey() {
        return directory.resolve("server.key");
    }

    /** Returns the certificate of the client, in PEM. */
    public Path clientCertificate() {
        return directory.resolve("client.pem");
    }

    /** Returns the unencrypted private key of the client, PKCS #8 in PEM. */
    public Path clientKey() {
        return directory.resolve("client.key");
    }

    /** Returns a PKCS #12 store that holds the authority as the one trusted certificate. */
    public Path trustStore() {
        return directory.resolve("trust.p12");
    }

    /** Returns a PKCS #12 store that holds the client's key and certificate. */
    public Path keyStore() {
        return directory.resolve("client.p12");
    }

    /** Returns the password of both stores and of the key in them. */
    public String storePassword() {
        return STORE_PASSWORD;
    }

    /** Returns a context that trusts the authority and shows the client's certificate. */
    public SSLContext sslContext() {
        return context;
    }

    private void write(Identity authority, Identity server, Identity client)
            throws IOException, GeneralSecurityException {
        pem(authority(), "CERTIFICATE", authority.certificate().getEncoded());
        pem(serverCertificate(), "CERTIFICATE", server.certificate().getEncoded());
        pem(serverKey(), "PRIVATE KEY", server.keys().getPrivate().getEncoded());
        pem(clientCertificate(), "CERTIFICATE", client.certificate().getEncoded());
        pem(clientKey(), "PRIVATE KEY", client.keys().getPrivate().getEncoded());
        save(trustStoreOf(authority), trustStore());
        save(keyStoreOf(client), keyStore());
    }

    private static void pem(Path file, String type, byte[] content) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        Files.writeString(
                file,
                "-----BEGIN " + type + "-----\n" + body + "\n-----END " + type + "-----\n",
                StandardCharsets.US_ASCII);
    }

    private static void save(KeyStore store, Path file) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, STORE_PASSWORD.toCharArray());
        }
    }

    private static SSLContext context(Identity authority, Identity client)
            throws IOException, GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trustStoreOf(authority));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(keyStoreOf(client), STORE_PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static KeyStore trustStoreOf(Identity authority) throws IOException, GeneralSecurityException {
        KeyStore store = emptyStore();
        store.setCertificateEntry("authority", authority.certificate());
        return store;
    }

    private static KeyStore keyStoreOf(Identity client) throws IOException, GeneralSecurityException {
        KeyStore store = emptyStore();
        store.setKeyEntry(
                "client",
                client.keys().getPrivate(),
                STORE_PASSWORD.toCharArray(),
                new java.security.cert.Certificate[] {client.certificate()});
        return store;
    }

    private static KeyStore emptyStore() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
