//! A provider of OpenID Connect that says whatever a test has it say. It answers over HTTP, as one elsewhere would.

use axum::extract::{Form, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, TimeDelta, Utc};
use ring::rand::SystemRandom;
use ring::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

pub(crate) const CLIENT: &str = "moteplass";
pub(crate) const SECRET: &str = "the secret of the client, as long as one has to be";

/// Who signs.
pub(crate) struct Key {
    pub(crate) id: String,
    pair: EcdsaKeyPair,
}

impl Key {
    pub(crate) fn new(id: &str) -> Self {
        let random = SystemRandom::new();
        let written = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).expect("a key");
        let pair =
            EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, written.as_ref(), &random).expect("a key");
        Self { id: id.to_owned(), pair }
    }

    pub(crate) fn public(&self) -> &[u8] {
        self.pair.public_key().as_ref()
    }

    fn published(&self) -> Value {
        let part = |bytes: &[u8]| BASE64_URL_SAFE_NO_PAD.encode(bytes);
        let point = self.public();
        json!({ "kty": "EC", "crv": "P-256", "use": "sig", "alg": "ES256", "kid": self.id,
                "x": part(&point[1..33]), "y": part(&point[33..]) })
    }

    pub(crate) fn token(&self, claims: &Value) -> String {
        signed(&json!({ "alg": "ES256", "kid": self.id }), claims, |bytes| {
            self.pair.sign(&SystemRandom::new(), bytes).expect("signed").as_ref().to_vec()
        })
    }
}

/// A token with a header and a signature of one's own.
pub(crate) fn signed(header: &Value, claims: &Value, sign: impl Fn(&[u8]) -> Vec<u8>) -> String {
    let part = |value: &Value| BASE64_URL_SAFE_NO_PAD.encode(value.to_string());
    let said = format!("{}.{}", part(header), part(claims));
    format!("{said}.{}", BASE64_URL_SAFE_NO_PAD.encode(sign(said.as_bytes())))
}

struct Says {
    keys: Vec<Key>,
    /// The token for a code, and the challenge that its verifier has to meet.
    codes: BTreeMap<String, (String, String)>,
    down: bool,
    asked_for_keys: usize,
}

#[derive(Clone)]
pub(crate) struct StandIn {
    pub(crate) issuer: String,
    says: Arc<Mutex<Says>>,
}

impl StandIn {
    pub(crate) async fn start() -> Self {
        let wire = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let issuer = format!("http://{}", wire.local_addr().expect("an address"));
        let says = Says { keys: vec![Key::new("first")], codes: BTreeMap::new(), down: false, asked_for_keys: 0 };
        let provider = Self { issuer, says: Arc::new(Mutex::new(says)) };
        let routes = Router::new()
            .route("/.well-known/openid-configuration", get(discovery))
            .route("/keys", get(keys))
            .route("/token", post(token))
            .with_state(provider.clone());
        tokio::spawn(async move { axum::serve(wire, routes).await });
        provider
    }

    fn says(&self) -> std::sync::MutexGuard<'_, Says> {
        self.says.lock().expect("no test has failed while it held this")
    }

    pub(crate) fn down(&self, down: bool) {
        self.says().down = down;
    }

    pub(crate) fn asked_for_keys(&self) -> usize {
        self.says().asked_for_keys
    }

    /// Signs with another key from now on, and publishes that alone.
    pub(crate) fn rotate(&self, id: &str) {
        self.says().keys = vec![Key::new(id)];
    }

    /// A good token, signed with the key of now.
    pub(crate) fn token(&self, claims: &Value) -> String {
        self.says().keys[0].token(claims)
    }

    pub(crate) fn public_key(&self) -> Vec<u8> {
        self.says().keys[0].public().to_vec()
    }

    /// What an honest provider says about somebody.
    pub(crate) fn claims(&self, way: &Way, subject: &str, now: DateTime<Utc>) -> Value {
        json!({ "iss": self.issuer, "aud": CLIENT, "sub": subject, "nonce": way.nonce,
                "iat": now.timestamp(), "exp": (now + TimeDelta::minutes(5)).timestamp() })
    }

    /// Hands out a code for a token.
    pub(crate) fn code(&self, way: &Way, token: String) -> String {
        let code = format!("code-{}", rand::random::<u64>());
        self.says().codes.insert(code.clone(), (token, way.challenge.clone()));
        code
    }
}

/// What the address says to which a browser is sent.
pub(crate) struct Way {
    pub(crate) state: String,
    pub(crate) nonce: String,
    pub(crate) challenge: String,
    pub(crate) all: BTreeMap<String, String>,
}

impl Way {
    pub(crate) fn of(address: &str) -> Self {
        let address = url::Url::parse(address).expect("an address");
        let all: BTreeMap<String, String> = address.query_pairs().into_owned().collect();
        let part = |name: &str| all.get(name).cloned().unwrap_or_default();
        Self { state: part("state"), nonce: part("nonce"), challenge: part("code_challenge"), all }
    }
}

async fn discovery(State(own): State<StandIn>) -> Response {
    if own.says().down {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let issuer = &own.issuer;
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{issuer}/token"),
        "jwks_uri": format!("{issuer}/keys"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
    }))
    .into_response()
}

async fn keys(State(own): State<StandIn>) -> Json<Value> {
    let mut says = own.says();
    says.asked_for_keys += 1;
    Json(json!({ "keys": says.keys.iter().map(Key::published).collect::<Vec<_>>() }))
}

async fn token(State(own): State<StandIn>, request: HeaderMap, Form(form): Form<BTreeMap<String, String>>) -> Response {
    let mut says = own.says();
    if says.down {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let form = |name: &str| form.get(name).map(String::as_str).unwrap_or_default();
    let encode = |text: &str| -> String { url::form_urlencoded::byte_serialize(text.as_bytes()).collect() };
    let basic = format!("Basic {}", BASE64_STANDARD.encode(format!("{}:{}", encode(CLIENT), encode(SECRET))));
    let known = request.get("authorization").is_some_and(|said| said.as_bytes() == basic.as_bytes());
    // A code is good once, and with its verifier.
    let issued = says.codes.remove(form("code"));
    let challenge = BASE64_URL_SAFE_NO_PAD.encode(Sha256::digest(form("code_verifier")));
    match issued {
        Some((token, met)) if known && met == challenge && form("grant_type") == "authorization_code" => {
            Json(json!({ "access_token": "none", "token_type": "Bearer", "id_token": token })).into_response()
        }
        _ => (StatusCode::BAD_REQUEST, Json(json!({ "error": "invalid_grant" }))).into_response(),
    }
}
