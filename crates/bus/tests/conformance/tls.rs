//! The broker behind TLS. The certificates in `tls/` are made for this test and believed by nobody else.

use crate::house::House;
use rustls::ServerConfig;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use std::path::Path;
use std::sync::Arc;
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;
use url::Url;

/// Takes TLS connections and passes what comes on to the broker; tells its port.
async fn tls_before(broker: &Url) -> u16 {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/tls");
    let certificate = CertificateDer::from_pem_file(folder.join("server.pem")).unwrap();
    let key = PrivateKeyDer::from_pem_file(folder.join("server.key")).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ServerConfig::builder_with_provider(provider).with_safe_default_protocol_versions().unwrap();
    let config = config.with_no_client_auth().with_single_cert(vec![certificate], key).unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let behind = (broker.host_str().unwrap().to_owned(), broker.port().unwrap_or(5672));
    tokio::spawn(async move {
        while let Ok((plain, _)) = listener.accept().await {
            let (acceptor, behind) = (acceptor.clone(), behind.clone());
            tokio::spawn(async move {
                let Ok(mut outside) = acceptor.accept(plain).await else { return };
                let mut inside = TcpStream::connect(behind).await.unwrap();
                let _ = tokio::io::copy_bidirectional(&mut outside, &mut inside).await;
            });
        }
    });
    port
}

pub(crate) async fn a_broker_behind_tls_is_believed_with_its_authority_only(house: &House) {
    let mut address: Url = house.settings().broker.as_deref().unwrap().parse().unwrap();
    let port = tls_before(&address).await;
    address.set_host(Some("localhost")).unwrap();
    address.set_port(Some(port)).unwrap();
    let mut settings = house.settings().clone();
    settings.broker = Some(address.as_str().replacen("amqp://", "amqps://", 1));
    let error = bus::amqp::check(&settings, &["mail"]).await.unwrap_err();
    assert!(format!("{error:#}").contains("certificate"), "{error:#}");
    settings.broker_ca = Some(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conformance/tls/authority.pem"));
    bus::amqp::check(&settings, &["mail"]).await.unwrap();
}
