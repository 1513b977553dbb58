//! Where organisers may sign in besides the link by e-mail.

use std::path::PathBuf;

use anyhow::{Context, bail};
use serde::Deserialize;
use url::Url;

use super::Settings;

/// A provider of OpenID Connect, and who we are to it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenIdProvider {
    /// As people know it.
    pub name: String,
    /// The address that discovery begins at, just as the provider's tokens name it.
    pub issuer: String,
    pub client_id: String,
    /// Its first line is the secret.
    pub client_secret_file: PathBuf,
    /// Values of `acr` that say that a second proof was shown, besides `mfa` in `amr`.
    #[serde(default)]
    pub mfa_acr: Vec<String>,
}

/// True of names for the machine that we are on.
pub fn is_this_machine(host: &str) -> bool {
    host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback())
}

impl Settings {
    pub(super) fn check_openid(&self) -> anyhow::Result<()> {
        for (key, provider) in &self.openid {
            if key.is_empty() || !key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
                bail!(
                    "openid.{key}: the name may hold lower-case letters, digits and - only, for it stands in addresses"
                );
            }
            if provider.name.trim().is_empty() || provider.client_id.is_empty() {
                bail!("openid.{key}: name and client_id must not be empty");
            }
            let issuer = Url::parse(&provider.issuer).with_context(|| format!("openid.{key}: issuer is no address"))?;
            let here = is_this_machine(issuer.host_str().unwrap_or_default().trim_matches(['[', ']']));
            let plain = issuer.query().is_none() && issuer.fragment().is_none() && issuer.username().is_empty();
            if !(issuer.scheme() == "https" || issuer.scheme() == "http" && here) || !plain {
                bail!("openid.{key}: issuer must begin with https:// and have no ? or #");
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Settings;

    const WRITTEN: &str = "[openid.entra]\nname = \"Microsoft\"\nissuer = \"https://login.example/tenant/v2.0\"\n\
                           client_id = \"moteplass\"\nclient_secret_file = \"/etc/moteplass/openid\"\n";

    fn read(written: &str) -> Result<Settings, String> {
        let file = std::env::temp_dir().join(format!("moteplass-openid-{}", uuid::Uuid::now_v7()));
        std::fs::write(&file, written).unwrap();
        let named = [("MOTEPLASS_CONFIG".to_owned(), file.to_str().unwrap().to_owned())];
        let settings = Settings::read(named).map_err(|error| format!("{error:#}"));
        std::fs::remove_file(&file).unwrap();
        settings
    }

    #[test]
    fn providers_are_told_in_the_file() {
        let settings = read(WRITTEN).unwrap();
        assert_eq!(settings.openid["entra"].name, "Microsoft");
        assert!(read(&WRITTEN.replace("https://login.example", "http://127.0.0.1:4000")).is_ok(), "on this machine");
        for (from, to, word) in [
            ("openid.entra", "openid.Entra", "lower-case"),
            ("https://", "http://", "https://"),
            ("v2.0", "v2.0?a=b", "no ?"),
            ("issuer = \"https://login.example/tenant/v2.0\"", "issuer = \"login\"", "no address"),
            ("client_id = \"moteplass\"", "client_id = \"\"", "must not be empty"),
            ("client_secret_file", "client_secret", "client_secret"),
        ] {
            let error = read(&WRITTEN.replace(from, to)).unwrap_err();
            assert!(error.contains(word), "{to}: {error}");
        }
    }
}
