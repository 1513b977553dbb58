//! Trying a provider out, for those who run the installation.

use super::{ALGORITHMS, Asked, Provider};
use anyhow::{anyhow, bail};
use openidconnect::core::CoreProviderMetadata;
use openidconnect::{DiscoveryError, HttpRequest};
use std::io;
use std::sync::{Arc, Mutex, PoisonError};

impl Provider {
    /// Asks it where it is and for its keys, with the patience that there is when somebody signs in.
    ///
    /// # Errors
    /// In words for those who can mend it, when nobody could sign in there.
    pub(crate) async fn try_out(&self) -> anyhow::Result<String> {
        let asked = Arc::new(Mutex::new(self.issuer().to_owned()));
        let (http, noted) = (self.http.clone(), asked.clone());
        let ask = move |question: HttpRequest| -> Asked {
            *noted.lock().unwrap_or_else(PoisonError::into_inner) = question.uri().to_string();
            Box::pin(http.clone().ask(question))
        };
        let found = CoreProviderMetadata::discover_async(self.issuer.clone(), &ask).await;
        let address = asked.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let found = found.map_err(|error| anyhow!("{address} {}", in_words(&error)))?;
        if found.token_endpoint().is_none() {
            bail!("{} names no token_endpoint, so nobody can come in", self.issuer());
        }
        let keys = found.jwks().keys().len();
        if keys == 0 {
            bail!("{address} has no keys, so nothing that the provider says can be believed");
        }
        if !found.id_token_signing_alg_values_supported().iter().any(|way| ALGORITHMS.contains(way)) {
            bail!("{} signs in no way that is taken here", self.issuer());
        }
        Ok(format!("{} answers and shows its keys ({keys})", self.issuer()))
    }
}

fn in_words(error: &DiscoveryError<io::Error>) -> String {
    match error {
        DiscoveryError::Request(error) if error.kind() == io::ErrorKind::TimedOut => {
            "did not answer in time".to_owned()
        }
        DiscoveryError::Request(error) => format!("cannot be reached: {error}"),
        DiscoveryError::Response(status, ..) if !status.is_success() => {
            format!("answers {status}; is `issuer` in the settings right?")
        }
        DiscoveryError::Response(.., why) => format!("answers something unexpected: {why}"),
        DiscoveryError::Parse(why) => format!("answers something that is not OpenID Connect: {why}"),
        DiscoveryError::Validation(why) => format!("answers for another issuer than the one in the settings: {why}"),
        other => other.to_string(),
    }
}
