use super::{Refusal, is_markup, logo, photo};
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use std::io::Cursor;

fn drawn(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let picture = RgbaImage::from_pixel(width, height, Rgba([0, 90, 60, 128]));
    let mut bytes = Vec::new();
    let picture = match format {
        ImageFormat::Jpeg => DynamicImage::ImageRgba8(picture).to_rgb8().into(),
        _ => DynamicImage::ImageRgba8(picture),
    };
    picture.write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

#[test]
fn a_logo_is_small_and_can_be_seen_through() {
    for format in [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::WebP] {
        let made = logo(&drawn(format, 2_000, 500)).unwrap();
        assert_eq!((made.width, made.height), (640, 160), "{format:?}");
        let read = image::load_from_memory_with_format(&made.png, ImageFormat::Png).unwrap().to_rgba8();
        assert_eq!(read.get_pixel(3, 3).0[3] < 255, format != ImageFormat::Jpeg);
    }
    let small = logo(&drawn(ImageFormat::Png, 40, 20)).unwrap();
    assert_eq!((small.width, small.height), (40, 20));
}

#[test]
fn what_else_is_in_the_file_is_left_behind() {
    let mut png = drawn(ImageFormat::Png, 20, 20);
    png.extend_from_slice(b"<script>alert(1)</script>");
    assert!(!logo(&png).unwrap().png.windows(8).any(|some| some == b"<script>"));
    assert!(!photo(&png).unwrap().windows(8).any(|some| some == b"<script>"));
}

#[test]
fn what_is_no_picture_or_too_large_is_refused() {
    for bytes in [&b""[..], b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>", b"GIF89a", b"%PDF-1.7", b"\0\0\0\0"] {
        assert_eq!(logo(bytes), Err(Refusal::NotAPicture));
        assert_eq!(photo(bytes), Err(Refusal::NotAPicture));
    }
    let png = drawn(ImageFormat::Png, 20, 20);
    assert_eq!(logo(&png[..png.len() / 2]), Err(Refusal::Damaged));
    let wide = drawn(ImageFormat::Png, 16_001, 1);
    assert_eq!(logo(&wide), Err(Refusal::TooManyPixels));
}

/// A picture in few bytes that says it is of another size.
fn claims(mut png: Vec<u8>, width: u32, height: u32) -> Vec<u8> {
    png[16..20].copy_from_slice(&width.to_be_bytes());
    png[20..24].copy_from_slice(&height.to_be_bytes());
    let crc = png[12..29].iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 })
    });
    png[29..33].copy_from_slice(&(!crc).to_be_bytes());
    png
}

#[test]
fn what_would_fill_the_memory_is_not_unpacked() {
    let png = drawn(ImageFormat::Png, 20, 20);
    assert!(logo(&claims(png.clone(), 20, 20)).is_ok());
    for (width, height) in [(15_000, 15_000), (50_000, 50_000)] {
        assert_eq!(logo(&claims(png.clone(), width, height)), Err(Refusal::TooManyPixels), "{width} × {height}");
        assert_eq!(photo(&claims(png.clone(), width, height)), Err(Refusal::TooManyPixels), "{width} × {height}");
    }
    // Fewer than are unpacked, but not there.
    assert_eq!(logo(&claims(png, 500, 500)), Err(Refusal::Damaged));
}

#[test]
fn drawings_and_pages_are_known_by_their_first_sign() {
    for text in ["<svg/>", "  \n<?xml version=\"1.0\"?>", "\u{feff}<html>"] {
        assert!(is_markup(text.as_bytes()), "{text}");
    }
    assert!(is_markup(b"\xff\xfe<\0s\0v\0g\0"));
    assert!(!is_markup(&drawn(ImageFormat::Png, 2, 2)));
}
