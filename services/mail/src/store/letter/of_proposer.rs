//! Letters to those who have proposed a session.

use proto::EventId;
use sea_orm::entity::prelude::*;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ConnectionTrait, QuerySelect, Select};

use super::{Column, Entity};
use crate::purpose::{Purpose, State};

/// Those that came to no end and still know to whom they were.
fn unsent() -> Select<Entity> {
    Entity::find()
        .filter(Column::Purpose.eq(Purpose::Proposal))
        .filter(Column::State.is_in([State::Failed, State::Uncertain]))
        .filter(Column::NextAt.is_null())
        .filter(Column::Facts.is_not_null())
}

/// Events about which there are such letters.
pub(crate) async fn events_with_unsent_proposals(db: &impl ConnectionTrait) -> Result<Vec<Uuid>, DbErr> {
    let events = unsent().select_only().column(Column::Event).distinct().filter(Column::Event.is_not_null());
    events.into_tuple().all(db).await
}

/// Deletes to whom those letters about an event were. How many did not arrive can still be counted.
pub(crate) async fn forget_proposals(db: &impl ConnectionTrait, event: EventId) -> Result<(), DbErr> {
    let ids: Vec<Uuid> =
        unsent().select_only().column(Column::Id).filter(Column::Event.eq(event.0)).into_tuple().all(db).await?;
    for some in ids.chunks(crate::store::AT_ONCE) {
        Entity::update_many()
            .col_expr(Column::Facts, Expr::value(None::<Json>))
            .col_expr(Column::Raw, Expr::value(None::<Vec<u8>>))
            .col_expr(Column::MadeOf, Expr::value(None::<String>))
            .col_expr(Column::MessageId, Expr::value(None::<String>))
            .col_expr(Column::Trouble, Expr::value(None::<String>))
            .filter(Column::Id.is_in(some.iter().copied()))
            // Unless somebody asks for it this moment.
            .filter(Column::NextAt.is_null().and(Column::LeaseOwner.is_null()))
            .exec(db)
            .await?;
    }
    Ok(())
}
