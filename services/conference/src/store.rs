//! Rows, one file for each table.

pub(crate) mod call;
pub(crate) mod conference;
pub(crate) mod document;
pub(crate) mod organisation;
pub(crate) mod participant;
pub(crate) mod proposal;
pub(crate) mod review;
pub(crate) mod speaker;
pub(crate) mod version;

use proto::Localised;
use sea_orm::FromJsonQueryResult;
use serde::{Deserialize, Serialize};

/// A text for people in a column.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, FromJsonQueryResult)]
#[serde(transparent)]
pub(crate) struct Words(pub(crate) Localised);
