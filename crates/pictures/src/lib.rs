//! Pictures that somebody hands in, made anew: whatever hides in the file besides the picture, and where it was taken, is left
//! behind. Takes its time: not for a thread that others wait for.

#[cfg(test)]
mod tests;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use std::io::Cursor;

/// The longest side of a photo as it is kept.
const SIDE: u32 = 1_000;
/// The most that is kept of a logo: enough to be sharp where it is shown, which is at a quarter of it.
const LOGO_WIDTH: u32 = 640;
const LOGO_HEIGHT: u32 = 192;
/// The longest side and the most pixels that are unpacked.
const LONGEST: u32 = 16_000;
const PIXELS: u64 = 50_000_000;
const MEMORY: u64 = 256 << 20;
const QUALITY: u8 = 85;

/// Why a file is not taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No JPEG, PNG or WebP.
    NotAPicture,
    /// More pixels than we unpack.
    TooManyPixels,
    Damaged,
}

/// A logo as it is kept, a PNG.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logo {
    pub png: Vec<u8>,
    pub width: u32,
    pub height: u32,
}

/// A photo as it is kept, a JPEG: the way up that it was taken, and no larger than a page shows.
pub fn photo(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut picture = unpacked(bytes)?;
    if picture.width() > SIDE || picture.height() > SIDE {
        picture = picture.thumbnail(SIDE, SIDE);
    }
    let mut made = Vec::new();
    JpegEncoder::new_with_quality(&mut made, QUALITY)
        .encode_image(&on_white(&picture))
        .map_err(|error| refused(&error))?;
    Ok(made)
}

/// A logo as it is kept: what can be seen through stays so.
pub fn logo(bytes: &[u8]) -> Result<Logo, Refusal> {
    let mut picture = unpacked(bytes)?;
    if picture.width() > LOGO_WIDTH || picture.height() > LOGO_HEIGHT {
        picture = picture.thumbnail(LOGO_WIDTH, LOGO_HEIGHT);
    }
    let picture = picture.to_rgba8();
    let (width, height) = picture.dimensions();
    let mut png = Vec::new();
    let written = PngEncoder::new(&mut png).write_image(&picture, width, height, image::ExtendedColorType::Rgba8);
    written.map_err(|error| refused(&error))?;
    Ok(Logo { png, width, height })
}

/// Text that a browser would read as a page or a drawing, whatever it is called: SVG, HTML and the like, which can do things
/// when they are opened.
pub fn is_markup(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let utf16 = bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff");
    let passed_over = |byte: &u8| byte.is_ascii_whitespace() || (utf16 && matches!(byte, 0 | 0xfe | 0xff));
    bytes.iter().find(|byte| !passed_over(byte)) == Some(&b'<')
}

/// The picture as its makers held the camera.
fn unpacked(bytes: &[u8]) -> Result<DynamicImage, Refusal> {
    let mut reader = ImageReader::new(Cursor::new(bytes));
    reader = reader.with_guessed_format().map_err(|_io| Refusal::NotAPicture)?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) {
        return Err(Refusal::NotAPicture);
    }
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(LONGEST), Some(LONGEST));
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|error| refused(&error))?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS {
        return Err(Refusal::TooManyPixels);
    }
    // Cameras write how they were held instead of turning the picture.
    let orientation = decoder.orientation().map_err(|error| refused(&error))?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|error| refused(&error))?;
    picture.apply_orientation(orientation);
    Ok(picture)
}

fn refused(error: &image::ImageError) -> Refusal {
    match error {
        image::ImageError::Limits(_) => Refusal::TooManyPixels,
        _ => Refusal::Damaged,
    }
}

/// What can be seen through becomes white, as on paper.
fn on_white(picture: &DynamicImage) -> RgbImage {
    let picture = picture.to_rgba8();
    let mut made = RgbImage::new(picture.width(), picture.height());
    for (from, to) in picture.pixels().zip(made.pixels_mut()) {
        let [r, g, b, alpha] = from.0.map(u32::from);
        let mixed = |colour: u32| u8::try_from((colour * alpha + 255 * (255 - alpha)) / 255).unwrap_or(u8::MAX);
        *to = Rgb([mixed(r), mixed(g), mixed(b)]);
    }
    made
}
