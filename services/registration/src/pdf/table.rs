//! A table over as many pages as it takes, its headings on each of them.

use super::drawing::{artifact, heading, high, write};
use super::setting::{Fitted, Set};
use super::{A4, BLUE, DARK, Faces, Titled, Weight, begin, finish, group};
use crate::certificate::Written;
use chrono::{DateTime, Utc};
use krilla::geom::Rect;
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, SpanTag, TableHeaderScope, Tag, TagGroup, TagTree,
};
use proto::Language;

const MARGIN: f32 = 42.0;
const WIDTH: f32 = A4.0 - 2.0 * MARGIN;
/// Where the number of the page stands.
const FOOT: f32 = A4.1 - 30.0;
const BOTTOM: f32 = A4.1 - 54.0;
const SIZE: f32 = 9.5;
const SMALL: f32 = 8.5;
/// Above and below what stands in a row, and right of what stands in a cell.
const AIR: f32 = 3.5;
const GAP: f32 = 8.0;
const THIN: f32 = 0.5;

/// What is printed.
pub(crate) struct Table<'t> {
    pub(crate) heading: String,
    pub(crate) document: String,
    pub(crate) about: Written,
    /// Lines below the heading.
    pub(crate) lines: Vec<String>,
    pub(crate) columns: Vec<Column>,
    /// Who or what a line is about stands in the column with this place.
    pub(crate) names: usize,
    pub(crate) rows: Vec<Vec<String>>,
    /// What stands at the foot of this page of so many.
    pub(crate) foot: &'t dyn Fn(usize, usize) -> String,
    pub(crate) language: Language,
    pub(crate) at: DateTime<Utc>,
}

pub(crate) struct Column {
    pub(crate) head: String,
    /// Of the width of the page, in relation to the others.
    pub(crate) share: f32,
}

/// A row where it stands.
struct Row {
    page: usize,
    top: f32,
    height: f32,
    cells: Vec<Fitted>,
}

/// The file.
pub(crate) fn draw(table: &Table<'_>) -> anyhow::Result<Vec<u8>> {
    let faces = Faces::new()?;
    let (all, mut left) = (table.columns.iter().map(|column| column.share).sum::<f32>(), MARGIN);
    let mut columns = Vec::new();
    for column in &table.columns {
        let width = WIDTH * column.share / all;
        columns.push((left, width - GAP));
        left += width;
    }
    let heads: Vec<String> = table.columns.iter().map(|column| column.head.clone()).collect();
    let head = cells(&faces, Weight::Semibold, &columns, &heads);

    let title = lines(&faces, Weight::Semibold, &table.heading, 18.0, WIDTH);
    let about = lines(&faces, Weight::Semibold, &table.about.text, 12.0, WIDTH);
    let told: Vec<Fitted> = table.lines.iter().map(|line| lines(&faces, Weight::Regular, line, SIZE, WIDTH)).collect();
    let mut top = MARGIN;
    let mut tops = Vec::new();
    for (block, below) in [(&title, 4.0), (&about, 8.0)].into_iter().chain(told.iter().map(|one| (one, 0.0))) {
        tops.push(top);
        top += high(block) + below;
    }
    let rows = placed(&faces, &columns, table, top + 12.0, high_of(&head));
    let pages = rows.last().map_or(0, |row| row.page) + 1;

    let mut document = begin()?;
    let mut tags = TagTree::new().with_lang(Some(table.language.code().to_owned()));
    let mut body = TagGroup::new(Tag::Table);
    for number in 0..pages {
        let settings = PageSettings::from_wh(A4.0, A4.1).ok_or_else(|| anyhow::anyhow!("no page of this size"))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        let here = || ContentTag::Span(SpanTag::empty());
        if number == 0 {
            let about_tag = ContentTag::Span(SpanTag::empty().with_lang(table.about.language.map(Language::code)));
            let look = (Weight::Semibold, BLUE);
            let drawn = write(&mut surface, &faces, &title, look, (MARGIN, tops[0]), here());
            tags.push(heading(&faces, &table.heading, drawn));
            let drawn = write(&mut surface, &faces, &about, (Weight::Semibold, DARK), (MARGIN, tops[1]), about_tag);
            tags.push(group(TagGroup::new(Tag::P), drawn));
            for (line, top) in told.iter().zip(&tops[2..]) {
                let drawn = write(&mut surface, &faces, line, (Weight::Regular, DARK), (MARGIN, *top), here());
                tags.push(group(TagGroup::new(Tag::P), drawn));
            }
        }
        let first = rows.iter().find(|row| row.page == number);
        let top = first.map_or(top + 12.0, |row| row.top - high_of(&head));
        // Read aloud once, at the beginning of the table.
        let tag = if number == 0 { here() } else { aside() };
        let drawn = row(&mut surface, &faces, Weight::Semibold, &columns, &head, top, tag);
        rule(&mut surface, top + high_of(&head) - THIN, 2.0 * THIN);
        if number == 0 {
            let mut heads = TagGroup::new(Tag::TR);
            for cell in drawn {
                heads.push(group(TagGroup::new(Tag::TH(TableHeaderScope::Column)), cell));
            }
            body.push(heads);
        }
        for one in rows.iter().filter(|row| row.page == number) {
            let drawn = row(&mut surface, &faces, Weight::Regular, &columns, &one.cells, one.top, here());
            rule(&mut surface, one.top + one.height - THIN, THIN);
            let mut line = TagGroup::new(Tag::TR);
            for (place, cell) in drawn.into_iter().enumerate() {
                line.push(match place == table.names {
                    true => group(TagGroup::new(Tag::TH(TableHeaderScope::Row)), cell),
                    false => group(TagGroup::new(Tag::TD), cell),
                });
            }
            body.push(line);
        }
        let foot = lines(&faces, Weight::Regular, &(table.foot)(number + 1, pages), SMALL, WIDTH);
        write(&mut surface, &faces, &foot, (Weight::Regular, DARK), (MARGIN, FOOT), aside());
        surface.finish();
        page.finish();
    }
    tags.push(body);
    document.set_tag_tree(tags);
    let (heading, language, at) = (&table.heading, table.language, table.at);
    finish(document, &Titled { heading, document: &table.document, language, at }, &faces)
}

/// What stands on every page and is not read aloud on each.
fn aside() -> ContentTag<'static> {
    ContentTag::Artifact(Artifact::new(ArtifactType::Other, None))
}

/// Where each row stands: below the one before, or on the next page where there is no room for it.
fn placed(faces: &Faces, columns: &[(f32, f32)], table: &Table<'_>, top: f32, head: f32) -> Vec<Row> {
    let (mut page, mut top) = (0, top + head);
    let mut rows = Vec::with_capacity(table.rows.len());
    for texts in &table.rows {
        let cells = cells(faces, Weight::Regular, columns, texts);
        let height = high_of(&cells);
        if top + height > BOTTOM && rows.last().is_some_and(|row: &Row| row.page == page) {
            page += 1;
            top = MARGIN + head;
        }
        rows.push(Row { page, top, height, cells });
        top += height;
    }
    rows
}

fn cells(faces: &Faces, weight: Weight, columns: &[(f32, f32)], texts: &[String]) -> Vec<Fitted> {
    columns.iter().zip(texts).map(|((_, width), text)| lines(faces, weight, text, SIZE, *width)).collect()
}

/// A text in as many lines of this size as it takes.
fn lines(faces: &Faces, weight: Weight, text: &str, size: f32, width: f32) -> Fitted {
    let lines: Vec<Set> = faces.of(weight).lines(text, size, width);
    Fitted { size, lines }
}

/// How high a row with these cells is.
fn high_of(cells: &[Fitted]) -> f32 {
    cells.iter().map(high).fold(SIZE, f32::max) + 2.0 * AIR
}

/// Draws a row, and gives what the lines of each cell are called in the tags.
fn row(
    surface: &mut Surface<'_>,
    faces: &Faces,
    weight: Weight,
    columns: &[(f32, f32)],
    cells: &[Fitted],
    top: f32,
    tag: ContentTag<'_>,
) -> Vec<Vec<Identifier>> {
    let mut drawn = Vec::with_capacity(cells.len());
    for ((left, _), cell) in columns.iter().zip(cells) {
        drawn.push(write(surface, faces, cell, (weight, DARK), (*left, top + AIR), tag));
    }
    drawn
}

fn rule(surface: &mut Surface<'_>, top: f32, thick: f32) {
    if let Some(rect) = Rect::from_xywh(MARGIN, top, WIDTH, thick) {
        artifact(surface, &[rect], DARK);
    }
}
