//! Photos, made anew: whatever hides in the file besides the picture, and where it was taken, is left behind.

use super::Refusal;
use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage};
use std::io::Cursor;

/// The longest side of what is kept.
const SIDE: u32 = 1_000;
/// The longest side and the most pixels that are unpacked.
const LONGEST: u32 = 16_000;
const PIXELS: u64 = 50_000_000;
const MEMORY: u64 = 256 << 20;
const QUALITY: u8 = 85;

pub(super) fn remade(bytes: &[u8]) -> Result<Vec<u8>, Refusal> {
    let mut reader = ImageReader::new(Cursor::new(bytes));
    reader = reader.with_guessed_format().map_err(|_io| Refusal::NotAPhoto)?;
    if !matches!(reader.format(), Some(ImageFormat::Jpeg | ImageFormat::Png | ImageFormat::WebP)) {
        return Err(Refusal::NotAPhoto);
    }
    let mut limits = Limits::default();
    (limits.max_image_width, limits.max_image_height) = (Some(LONGEST), Some(LONGEST));
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refused)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > PIXELS {
        return Err(Refusal::TooManyPixels);
    }
    // Cameras write how they were held instead of turning the picture.
    let orientation = decoder.orientation().map_err(refused)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(refused)?;
    if picture.width() > SIDE || picture.height() > SIDE {
        picture = picture.thumbnail(SIDE, SIDE);
    }
    picture.apply_orientation(orientation);
    let mut made = Vec::new();
    JpegEncoder::new_with_quality(&mut made, QUALITY).encode_image(&on_white(&picture)).map_err(refused)?;
    Ok(made)
}

fn refused(error: image::ImageError) -> Refusal {
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
