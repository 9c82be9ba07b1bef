package io.sorrel.redis.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsServerIT {

    @Test
    void speaksTlsOnlyAndItsCertificateNamesTheLoopbackAddresses() throws IOException, GeneralSecurityException {
        try (RedisServer server = RedisServer.builder().tls().password("secret").start()) {
            assertThat(server.uri()).isEqualTo("rediss://:secret@127.0.0.1:" + server.port());
            try (RawRedis raw = server.connect()) {
                assertThat(raw.text("PING")).isEqualTo("PONG");
            }
            for (String host : List.of("localhost", "127.0.0.1")) {
                assertThat(handshake(server, trusting(server.certificates()), host))
                        .isEqualTo("CN=Sorrel test server");
            }
            assertThatThrownBy(() -> handshake(server, SSLContext.getDefault(), "localhost"))
                    .hasMessageContaining("unable to find valid certification path");
        }
    }

    @Test
    void refusesAClientWithoutACertificateWhenAskedTo() {
        try (RedisServer server =
                RedisServer.builder().tls().requireClientCertificate().start()) {
            try (RawRedis raw = server.connect()) {
                assertThat(raw.text("PING")).isEqualTo("PONG");
            }
            assertThatThrownBy(() -> {
                        try (RawRedis raw = RawRedis.connect(
                                server.host(),
                                server.port(),
                                trusting(server.certificates()),
                                Duration.ofSeconds(20))) {
                            raw.call("PING");
                        }
                    })
                    .isInstanceOf(RedisServerException.class);
        }
    }

    @Test
    void sharesCertificatesForOtherHostsBetweenServers(@TempDir Path directory)
            throws IOException, GeneralSecurityException {
        TestCertificates certificates =
                TestCertificates.generate(directory, List.of("redis.example"), Duration.ofHours(1));
        try (RedisServer first = RedisServer.builder().tls(certificates).start();
                RedisServer second = RedisServer.builder().tls(certificates).start()) {
            assertThat(handshake(first, trusting(certificates), "redis.example"))
                    .contains("Sorrel");
            assertThat(handshake(second, trusting(certificates), "redis.example"))
                    .contains("Sorrel");
            assertThatThrownBy(() -> handshake(first, trusting(certificates), "localhost"))
                    .hasMessageContaining("localhost");
        }
    }

    @Test
    void makesCertificatesThatHaveEndedAlready(@TempDir Path directory) throws IOException, GeneralSecurityException {
        TestCertificates certificates =
                TestCertificates.generate(directory, List.of("localhost"), Duration.ofMinutes(-1));
        try (InputStream in = Files.newInputStream(certificates.serverCertificate())) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            assertThatThrownBy(certificate::checkValidity).hasMessageContaining("NotAfter");
        }
    }

    @Test
    void writesTheClientsKeyAsAStoreToo(@TempDir Path directory) throws IOException, GeneralSecurityException {
        TestCertificates certificates = TestCertificates.generate(directory);
        KeyStore store = KeyStore.getInstance(
                certificates.keyStore().toFile(), certificates.storePassword().toCharArray());
        assertThat(store.isKeyEntry("client")).isTrue();
        assertThat(certificates.clientKey()).content().startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(certificates.clientCertificate()).content().startsWith("-----BEGIN CERTIFICATE-----\n");
    }

    @Test
    void saysWhatToCallWhenThereIsNoTls() {
        try (RedisServer server = RedisServer.start()) {
            assertThatThrownBy(server::certificates)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("call tls()");
        }
    }

    private static SSLContext trusting(TestCertificates certificates) throws IOException, GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(KeyStore.getInstance(
                certificates.trustStore().toFile(), certificates.storePassword().toCharArray()));
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static String handshake(RedisServer server, SSLContext context, String expectedHost) throws IOException {
        java.net.Socket plain = new java.net.Socket(InetAddress.getLoopbackAddress(), server.port());
        try (SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(plain, expectedHost, server.port(), true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
            return shown.getSubjectX500Principal().getName();
        }
    }
}
