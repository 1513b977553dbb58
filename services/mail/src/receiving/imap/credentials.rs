//! What we sign in to a mailbox with. Secrets lie in files and are read anew each time, so that they can be changed.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use async_imap::Authenticator;
use host::ImapMailbox;

use super::Trouble;
use super::token::Issuer;

/// Whose mailbox it is, and what opens it.
pub(super) struct Credentials {
    user: String,
    secret: Secret,
}

enum Secret {
    Password(PathBuf),
    /// A token that somebody else renews.
    Token(PathBuf),
    /// Tokens that we fetch.
    Issuer(Box<Issuer>),
}

/// What the server is told.
pub(super) enum SignIn {
    Password { user: String, password: String },
    Token { user: String, token: String },
}

impl Credentials {
    /// Reads the settings. The files that they name must be there.
    pub(super) fn read(settings: &ImapMailbox) -> anyhow::Result<Self> {
        let secret = match (&settings.password_file, &settings.token_file, &settings.oauth2) {
            (Some(file), None, None) => Secret::Password(file.clone()),
            (None, Some(file), None) => Secret::Token(file.clone()),
            (None, None, Some(oauth2)) => Secret::Issuer(Box::new(Issuer::read(oauth2)?)),
            _ => bail!("say one of `password_file`, `token_file` and `oauth2`"),
        };
        if let Secret::Password(file) | Secret::Token(file) = &secret {
            first_line(file).with_context(|| format!("cannot read {}", file.display()))?;
        }
        Ok(Self { user: settings.user.clone(), secret })
    }

    pub(super) async fn get(&self) -> Result<SignIn, Trouble> {
        let user = self.user.clone();
        let missing = |error: std::io::Error| Trouble::Credentials(error.kind().to_string());
        Ok(match &self.secret {
            Secret::Password(file) => SignIn::Password { user, password: first_line(file).map_err(missing)? },
            Secret::Token(file) => SignIn::Token { user, token: first_line(file).map_err(missing)? },
            Secret::Issuer(issuer) => SignIn::Token { user, token: issuer.token().await? },
        })
    }
}

/// What stands in a file, without what ends its line.
pub(super) fn first_line(file: &Path) -> std::io::Result<String> {
    let content = std::fs::read_to_string(file)?;
    Ok(content.lines().next().unwrap_or_default().to_owned())
}

/// Signing in with a token, as Microsoft and Google have it.
pub(super) struct Xoauth2 {
    answer: Option<String>,
}

impl Xoauth2 {
    pub(super) fn new(user: &str, token: &str) -> Self {
        Self { answer: Some(format!("user={user}\x01auth=Bearer {token}\x01\x01")) }
    }
}

impl Authenticator for Xoauth2 {
    type Response = String;

    /// A server that does not want the token says why in a second challenge, and refuses after an empty answer.
    fn process(&mut self, _challenge: &[u8]) -> String {
        self.answer.take().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_offered_once() {
        let mut xoauth2 = Xoauth2::new("kurs@etat.example", "abc");
        assert_eq!(xoauth2.process(b""), "user=kurs@etat.example\x01auth=Bearer abc\x01\x01");
        assert_eq!(xoauth2.process(br#"{"status":"400"}"#), "");
    }

    #[test]
    fn there_is_one_way_to_sign_in() {
        let mailbox = |more: &str| {
            let written = format!("server = \"imaps://imap.example\"\nuser = \"kurs@etat.example\"\n{more}");
            Credentials::read(&toml::from_str(&written).unwrap())
        };
        let file = std::env::temp_dir().join(format!("moteplass-password-{}", uuid::Uuid::now_v7()));
        std::fs::write(&file, "hunter2\n").unwrap();
        let password = format!("password_file = {:?}", file.display().to_string());
        assert!(mailbox(&password).is_ok());
        for more in ["", "password_file = \"/nowhere/at/all\"", &format!("{password}\ntoken_file = \"/x\"")] {
            assert!(mailbox(more).is_err(), "{more}");
        }
        std::fs::remove_file(&file).unwrap();
    }
}
