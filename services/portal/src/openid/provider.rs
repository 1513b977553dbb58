//! Providers as the settings name them: where they are is found by discovery, and what they say is checked.

mod trial;

use super::http::Http;
use super::{Attempt, Said};
use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use host::Settings;
use openidconnect::core::{
    CoreAuthPrompt, CoreAuthenticationFlow, CoreClient, CoreClientAuthMethod, CoreGenderClaim,
    CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm, CoreProviderMetadata,
};
use openidconnect::{
    AdditionalClaims, AuthType, AuthenticationContextClass, AuthorizationCode, ClaimsVerificationError, ClientId,
    ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet, EndpointSet, HttpRequest, HttpResponse, IdToken,
    IdTokenClaims, IssuerUrl, Nonce, PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope,
    SignatureVerificationError, TokenResponse,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io;
use std::pin::Pin;
use std::str::FromStr;
use std::sync::{Arc, Mutex, PoisonError};
use url::Url;

/// How long it is believed what discovery has found.
const GOOD_FOR: TimeDelta = TimeDelta::hours(1);
/// How long keys are used before they may be asked for again because of a token that none of them has signed.
const KEYS_REST: TimeDelta = TimeDelta::seconds(30);
/// No subject is longer (OpenID Connect Core 2).
const LONGEST_SUBJECT: usize = 255;

/// What is taken for a signature. Nothing that is made with a secret that both know, and nothing without a key.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 8] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

type Client =
    CoreClient<EndpointSet, EndpointNotSet, EndpointNotSet, EndpointNotSet, EndpointMaybeSet, EndpointMaybeSet>;
type Token = IdToken<Besides, CoreGenderClaim, CoreJweContentEncryptionAlgorithm, CoreJwsSigningAlgorithm>;

type Asked = Pin<Box<dyn Future<Output = io::Result<HttpResponse>> + Send>>;

/// What Entra ID says besides: that the domain of the address is one that the tenant has shown to be its own.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
struct Besides {
    #[serde(default)]
    xms_edov: serde_json::Value,
}

impl AdditionalClaims for Besides {}

/// Why somebody could not come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// The provider cannot be reached, or answers nonsense.
    Down,
    /// It refuses, or says something that cannot be believed.
    Refused,
}

/// Every provider of the installation, by the word that is in its addresses.
pub(crate) struct Providers(BTreeMap<String, Provider>);

impl Providers {
    /// Reads the settings, and the secrets that they name.
    pub(crate) fn read(settings: &Settings) -> anyhow::Result<Self> {
        let http = Http::new()?;
        let read = |(key, named): (&String, &host::OpenIdProvider)| {
            let file = &named.client_secret_file;
            let secret = std::fs::read_to_string(file)
                .with_context(|| format!("cannot read {}, which openid.{key} names", file.display()))?;
            let answer = settings.address(&format!("/arrangor/openid/{key}/svar"));
            let provider = Provider {
                key: key.clone(),
                name: named.name.clone(),
                issuer: IssuerUrl::new(named.issuer.clone())?,
                client_id: ClientId::new(named.client_id.clone()),
                secret: ClientSecret::new(secret.lines().next().unwrap_or_default().to_owned()),
                mfa_acr: named.mfa_acr.clone(),
                answer: RedirectUrl::new(answer)?,
                http: http.clone(),
                found: Mutex::new(None),
            };
            Ok((key.clone(), provider))
        };
        settings.openid.iter().map(read).collect::<anyhow::Result<_>>().map(Self)
    }

    pub(crate) fn get(&self, key: &str) -> Option<&Provider> {
        self.0.get(key)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &Provider> {
        self.0.values()
    }
}

/// One of them.
pub(crate) struct Provider {
    pub(crate) key: String,
    /// As people know it.
    pub(crate) name: String,
    issuer: IssuerUrl,
    client_id: ClientId,
    secret: ClientSecret,
    /// The classes of authentication that say that a second proof was shown.
    mfa_acr: Vec<String>,
    answer: RedirectUrl,
    http: Http,
    found: Mutex<Option<Found>>,
}

/// What discovery has found.
#[derive(Clone)]
struct Found {
    metadata: Arc<CoreProviderMetadata>,
    at: DateTime<Utc>,
}

impl Provider {
    pub(crate) fn issuer(&self) -> &str {
        self.issuer.as_str()
    }

    /// Where somebody signs in who begins this attempt; `anew` although they are signed in there.
    pub(crate) async fn way(&self, attempt: &Attempt, anew: bool, now: DateTime<Utc>) -> Result<Url, Trouble> {
        let client = self.client(&self.metadata(now).await?.metadata);
        let verifier = PkceCodeVerifier::new(attempt.verifier.clone());
        let (state, nonce) = (attempt.state.clone(), attempt.nonce.clone());
        let flow = CoreAuthenticationFlow::AuthorizationCode;
        let mut way = client
            .authorize_url(flow, || CsrfToken::new(state), || Nonce::new(nonce))
            .add_scope(Scope::new("email".to_owned()))
            .add_scope(Scope::new("profile".to_owned()))
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        for class in &self.mfa_acr {
            way = way.add_auth_context_value(AuthenticationContextClass::new(class.clone()));
        }
        if anew {
            way = way.add_prompt(CoreAuthPrompt::Login);
        }
        Ok(way.url().0)
    }

    /// Gives the code back, and reads what the provider says for it.
    pub(crate) async fn said(&self, attempt: &Attempt, code: &str, now: DateTime<Utc>) -> Result<Said, Trouble> {
        let found = self.metadata(now).await?;
        let client = self.client(&found.metadata);
        let ask = self.asking();
        let exchange = client.exchange_code(AuthorizationCode::new(code.to_owned())).map_err(|error| {
            tracing::warn!(openid.provider = self.key, %error, "the OpenID provider has nowhere to exchange codes");
            Trouble::Down
        })?;
        let verifier = PkceCodeVerifier::new(attempt.verifier.clone());
        let answer = exchange.set_pkce_verifier(verifier).request_async(&ask).await.map_err(|error| {
            tracing::warn!(openid.provider = self.key, %error, "the OpenID provider did not take a code");
            match error {
                RequestTokenError::ServerResponse(_) => Trouble::Refused,
                _ => Trouble::Down,
            }
        })?;
        let token = answer.id_token().and_then(|token| Token::from_str(&token.to_string()).ok());
        let token = token.ok_or(Trouble::Refused)?;
        let claims = match self.checked(&client, &token, &attempt.nonce, now) {
            Err(ClaimsVerificationError::SignatureVerification(error))
                if may_be_new(&error) && now - found.at >= KEYS_REST =>
            {
                let newer = self.discover(now).await?;
                self.checked(&self.client(&newer.metadata), &token, &attempt.nonce, now)
            }
            other => other,
        };
        let claims = claims.map_err(|error| {
            tracing::warn!(openid.provider = self.key, %error, "a token of the OpenID provider cannot be believed");
            Trouble::Refused
        })?;
        self.read(&claims).ok_or(Trouble::Refused)
    }

    fn checked(
        &self,
        client: &Client,
        token: &Token,
        nonce: &str,
        now: DateTime<Utc>,
    ) -> Result<IdTokenClaims<Besides, CoreGenderClaim>, ClaimsVerificationError> {
        let verifier = client.id_token_verifier().set_allowed_algs(ALGORITHMS).set_time_fn(move || now);
        token.claims(&verifier, &Nonce::new(nonce.to_owned())).cloned()
    }

    fn read(&self, claims: &IdTokenClaims<Besides, CoreGenderClaim>) -> Option<Said> {
        let subject = claims.subject().as_str();
        let verified = claims.email_verified() == Some(true) || is_true(&claims.additional_claims().xms_edov);
        let ways = claims.auth_method_refs().map(Vec::as_slice).unwrap_or_default();
        let class = claims.auth_context_ref().map(|class| class.as_str());
        let second_factor =
            ways.iter().any(|way| way.as_str() == "mfa") || self.mfa_acr.iter().any(|own| class == Some(own));
        (!subject.is_empty() && subject.len() <= LONGEST_SUBJECT).then(|| Said {
            subject: subject.to_owned(),
            email: claims.email().map(|email| email.as_str().to_owned()),
            verified,
            second_factor,
        })
    }

    fn client(&self, metadata: &CoreProviderMetadata) -> Client {
        let client =
            CoreClient::from_provider_metadata(metadata.clone(), self.client_id.clone(), Some(self.secret.clone()));
        let ways = metadata.token_endpoint_auth_methods_supported();
        let in_body = ways.is_some_and(|ways| !ways.contains(&CoreClientAuthMethod::ClientSecretBasic));
        let way = if in_body { AuthType::RequestBody } else { AuthType::BasicAuth };
        client.set_auth_type(way).set_redirect_uri(self.answer.clone())
    }

    /// What is known of the provider. What was found is used on when nothing newer can be had.
    async fn metadata(&self, now: DateTime<Utc>) -> Result<Found, Trouble> {
        let found = self.found.lock().unwrap_or_else(PoisonError::into_inner).clone();
        match found {
            Some(found) if now - found.at < GOOD_FOR => Ok(found),
            Some(found) => Ok(self.discover(now).await.unwrap_or(found)),
            None => self.discover(now).await,
        }
    }

    async fn discover(&self, now: DateTime<Utc>) -> Result<Found, Trouble> {
        let ask = self.asking();
        let metadata = CoreProviderMetadata::discover_async(self.issuer.clone(), &ask).await.map_err(|error| {
            tracing::warn!(openid.provider = self.key, %error, "the OpenID provider does not say where it is");
            Trouble::Down
        })?;
        let found = Found { metadata: Arc::new(metadata), at: now };
        *self.found.lock().unwrap_or_else(PoisonError::into_inner) = Some(found.clone());
        Ok(found)
    }

    fn asking(&self) -> impl Fn(HttpRequest) -> Asked + use<> {
        let http = self.http.clone();
        move |question| Box::pin(http.clone().ask(question))
    }
}

/// True when the keys may have changed since they were asked for.
fn may_be_new(error: &SignatureVerificationError) -> bool {
    !matches!(error, SignatureVerificationError::DisallowedAlg(_) | SignatureVerificationError::NoSignature)
}

/// Entra ID writes it in several ways.
fn is_true(said: &serde_json::Value) -> bool {
    use serde_json::Value;
    match said {
        Value::Bool(is) => *is,
        Value::String(word) => word == "true" || word == "1",
        Value::Number(number) => number.as_u64() == Some(1),
        _ => false,
    }
}
