//! How a handler ends.

/// Goes on with the instruction at `$pc` in the frame `$fp`.
macro_rules! next {
    ($pc:expr, $fp:expr, $vm:expr) => {{
        let (pc, fp) = ($pc, $fp);
        #[cfg(tail_dispatch)]
        {
            return (pc.handler())(pc, fp, $vm);
        }
        #[cfg(not(tail_dispatch))]
        {
            $vm.rq().regs.resume(pc, fp);
            return;
        }
    }};
}

/// As `next!`, after something was released: destructors that are due run before.
macro_rules! next_released {
    ($pc:expr, $fp:expr, $vm:expr) => {{
        let (pc, fp) = ($pc, $fp);
        if runtime::object::has_doomed() {
            return $crate::dispatch::run::destroy(pc, fp, $vm);
        }
        next!(pc, fp, $vm)
    }};
}

/// Leaves a fast path that has done nothing: runs the op bodies of the group.
macro_rules! slow {
    ($pc:expr, $fp:expr, $vm:expr) => {{
        return $crate::dispatch::run::run_group($pc, $fp, $vm);
    }};
}
