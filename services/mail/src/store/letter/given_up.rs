//! Letters that are left to a person, and reach somebody after all.

use chrono::{DateTime, Utc};
use sea_orm::ConnectionTrait;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::Expr;

use super::{Column, Entity};
use crate::store::AT_ONCE;

/// Notes that these letters reach nobody.
pub(crate) async fn give_up(db: &impl ConnectionTrait, letters: &[Uuid], now: DateTime<Utc>) -> Result<(), DbErr> {
    for some in letters.chunks(AT_ONCE) {
        let noted = Entity::update_many().col_expr(Column::GivenUpAt, Expr::value(Some(now)));
        noted.filter(Column::Id.is_in(some.iter().copied())).exec(db).await?;
    }
    Ok(())
}

/// True when a letter had reached nobody before; that is no longer so.
pub(crate) async fn reached(db: &impl ConnectionTrait, letter: Uuid) -> Result<bool, DbErr> {
    let noted = Entity::update_many().col_expr(Column::GivenUpAt, Expr::value(None::<DateTime<Utc>>));
    let noted = noted.filter(Column::Id.eq(letter)).filter(Column::GivenUpAt.is_not_null());
    Ok(noted.exec(db).await?.rows_affected > 0)
}
