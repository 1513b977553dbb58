//! Decision: which pictures become logos. What is kept is a picture made anew, and nothing else of the file.

use crate::organisation_file::What;
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use pictures::Refusal;
use proto::Localised;
use proto::organisation::Logo;
use sha2::{Digest, Sha256};

/// The most bytes of a file.
pub const LARGEST: usize = 1 << 20;

/// Where logos are, below the site's address.
pub const FOLDER: &str = "/logo/";

/// A logo with the bytes that are served.
#[derive(Clone, Debug, PartialEq)]
pub struct Made {
    pub logo: Logo,
    /// The last part of its path.
    pub file: String,
    pub png: Vec<u8>,
}

/// The logo of an organisation from a file, or what is the matter with the file. Another picture has another address, so that
/// browsers may keep each for good.
pub fn made(organisation: &str, bytes: &[u8], alt: Localised) -> Result<Made, What> {
    if bytes.len() > LARGEST {
        return Err(What::LogoTooLarge { most: LARGEST / 1024 });
    }
    if pictures::is_markup(bytes) {
        return Err(What::LogoMarkup);
    }
    let picture = pictures::logo(bytes).map_err(|refusal| match refusal {
        Refusal::NotAPicture => What::LogoNoPicture,
        Refusal::TooManyPixels => What::LogoPixels,
        Refusal::Damaged => What::LogoDamaged,
    })?;
    let digest = Sha256::digest(&picture.png);
    let file = format!("{organisation}-{}.png", BASE64_URL_SAFE_NO_PAD.encode(&digest[..12]));
    let logo = Logo { path: format!("{FOLDER}{file}"), width: picture.width, height: picture.height, alt };
    Ok(Made { logo, file, png: picture.png })
}
