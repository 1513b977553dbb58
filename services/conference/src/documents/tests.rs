use super::{Refusal, photo, slides};
use image::{DynamicImage, ImageFormat, RgbaImage};
use std::io::{Cursor, Write};
use uploads::Format;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

pub(crate) fn picture(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let picture = DynamicImage::ImageRgba8(RgbaImage::from_pixel(width, height, image::Rgba([200, 30, 30, 128])));
    let picture = if format == ImageFormat::Jpeg { picture.to_rgb8().into() } else { picture };
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

pub(crate) fn archive(files: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const TYPES: &str = "<Types><Override PartName=\"/ppt/presentation.xml\" ContentType=\"application/vnd.openxmlformats-\
                     officedocument.presentationml.presentation.main+xml\"/></Types>";

fn pdf(objects: &[u8]) -> Vec<u8> {
    [b"%PDF-1.7\n", objects, b"\ntrailer << /Root 1 0 R >>\n%%EOF\n"].concat()
}

#[test]
fn a_photo_is_kept_as_a_smaller_picture_and_nothing_else() {
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let kept = photo(&picture(format, 1_600, 800)).unwrap();
        let kept = image::load_from_memory_with_format(&kept, ImageFormat::Jpeg).unwrap();
        assert_eq!((kept.width(), kept.height()), (1_000, 500), "{format:?}");
    }
    let mut hiding = picture(ImageFormat::Jpeg, 20, 20);
    hiding.extend_from_slice(b"<script>alert(1)</script>");
    let kept = photo(&hiding).unwrap();
    assert!(!kept.windows(7).any(|window| window == b"<script"));
}

#[test]
fn what_is_no_photo_is_told_apart() {
    let svg = b"\xef\xbb\xbf \n<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>";
    let png = picture(ImageFormat::Png, 20, 20);
    for (bytes, refusal) in [
        (&b""[..], Refusal::Missing),
        (svg, Refusal::Markup),
        (b"<!doctype html><script>", Refusal::Markup),
        (b"\xff\xfe<\0s\0v\0g\0", Refusal::Markup),
        (b"GIF89a\x01\0\x01\0", Refusal::NotAPhoto),
        (b"%PDF-1.7", Refusal::NotAPhoto),
        (b"hello", Refusal::NotAPhoto),
        (b"\0\0\0\x18ftypmp42", Refusal::Film),
        (&png[..40], Refusal::Damaged),
        (&vec![0xff; super::LARGEST_PHOTO + 1], Refusal::PhotoTooLarge),
    ] {
        assert_eq!(photo(bytes), Err(refusal), "{:?}", &bytes[..bytes.len().min(12)]);
    }
}

#[test]
fn a_picture_that_would_fill_the_memory_is_not_unpacked() {
    // A head that promises sixty thousand pixels in each direction.
    let mut huge = picture(ImageFormat::Png, 1, 1);
    huge[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    huge[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    assert!(matches!(photo(&huge), Err(Refusal::TooManyPixels | Refusal::Damaged)));
}

#[test]
fn slides_are_kept_as_they_are() {
    let plain = pdf(b"1 0 obj << /Type /Catalog >> endobj");
    let kept = slides("Torget.PDF", plain.clone()).unwrap();
    assert_eq!((kept.format, &kept.content), (Format::Pdf, &plain));
    let powerpoint = archive(&[("[Content_Types].xml", TYPES), ("ppt/presentation.xml", "<p/>")]);
    assert_eq!(slides("a.pptx", powerpoint).unwrap().format, Format::PowerPoint);
    let open = archive(&[("mimetype", "application/vnd.oasis.opendocument.presentation"), ("content.xml", "<o/>")]);
    assert_eq!(slides("a.odp", open).unwrap().format, Format::OpenPresentation);
}

#[test]
fn slides_that_could_run_something_are_refused() {
    let script = b"1 0 obj << /OpenAction << /S /JavaScript /JS (app.alert(1)) >> >> endobj";
    assert_eq!(slides("a.pdf", pdf(script)), Err(Refusal::Script));
    let macros = archive(&[("[Content_Types].xml", TYPES), ("ppt/vbaProject.bin", "x")]);
    assert_eq!(slides("a.pptx", macros), Err(Refusal::Script));
}

#[test]
fn slides_that_are_something_else_are_refused() {
    let powerpoint = archive(&[("[Content_Types].xml", TYPES)]);
    let document = TYPES.replace("presentationml.presentation", "wordprocessingml.document");
    for (name, bytes, refusal) in [
        ("a.pdf", powerpoint.clone(), Refusal::Misnamed),
        ("a.exe", powerpoint, Refusal::Misnamed),
        ("a.pptx", archive(&[("readme.txt", "x")]), Refusal::NotSlides),
        ("a.pptx", archive(&[("[Content_Types].xml", "<Types/>")]), Refusal::NotSlides),
        ("a.odp", archive(&[("mimetype", "application/vnd.oasis.opendocument.text")]), Refusal::NotSlides),
        ("a.docx", archive(&[("[Content_Types].xml", &document)]), Refusal::NotSlides),
        ("a.pptx", b"PK\x03\x04 and nothing more".to_vec(), Refusal::Damaged),
        ("a.pdf", b"%PDF-1.7 cut off".to_vec(), Refusal::Damaged),
        ("a.pdf", pdf(b"trailer << /Encrypt 9 0 R >>"), Refusal::Locked),
        ("a.pdf", [b"%PDF-1.7\n", &vec![b'a'; super::LARGEST_SLIDES][..]].concat(), Refusal::SlidesTooLarge),
        ("a.mp4", b"\0\0\0\x18ftypisom".to_vec(), Refusal::Film),
        ("a.webm", b"\x1a\x45\xdf\xa3webm".to_vec(), Refusal::Film),
        ("a.pdf", b"  <html>".to_vec(), Refusal::Markup),
        ("a.pdf", Vec::new(), Refusal::Missing),
        ("a.ppt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), Refusal::NotSlides),
    ] {
        assert_eq!(slides(name, bytes), Err(refusal), "{name} {refusal:?}");
    }
}
