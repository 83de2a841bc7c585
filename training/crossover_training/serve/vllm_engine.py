"""The engine of vLLM, for GPUs. Soft tokens and prompt are given as `prompt_embeds`, adapters as LoRA requests.

Needs `pip install crossover-training[vllm]`, which brings the PyTorch that vLLM was built for.
"""

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor

from crossover_training.errors import TrainingError
from crossover_training.files import read_json
from crossover_training.policy.base import load_input_embeddings
from crossover_training.policy.prefixed import with_prefix
from crossover_training.serve.engine import EngineFailure, EngineRequest, Finish, Piece
from crossover_training.serve.sampling import Sampling


@dataclass
class VllmEngine:
    base: Path
    adapters: Mapping[str, Path]
    tokenizer: Any
    most_sequences: int = 32
    gpu_memory_utilization: float = 0.9
    _engine: Any = field(default=None, init=False)

    async def start(self) -> None:
        try:
            from vllm import AsyncEngineArgs
            from vllm.lora.request import LoRARequest
            from vllm.v1.engine.async_llm import AsyncLLM
        except ImportError as error:
            raise TrainingError(
                "vLLM is not installed: pip install 'crossover-training[vllm]', or serve with --engine transformers."
            ) from error
        ranks = [int(read_json(folder / "adapter_config.json")["r"]) for folder in self.adapters.values()]
        arguments = AsyncEngineArgs(
            model=str(self.base),
            enable_prompt_embeds=True,
            enable_lora=bool(self.adapters),
            max_loras=max(1, min(len(self.adapters), self.most_sequences)),
            max_lora_rank=_supported_rank(ranks),
            max_num_seqs=self.most_sequences,
            gpu_memory_utilization=self.gpu_memory_utilization,
            # Prompts are nobody's business but the participant's.
            enable_log_requests=False,
            disable_log_stats=True,
        )
        self._engine = AsyncLLM.from_engine_args(arguments)
        self._loras = {
            name: LoRARequest(name, number, str(folder))
            for number, (name, folder) in enumerate(self.adapters.items(), start=1)
        }
        self._embeddings = load_input_embeddings(self.base)
        self._dtype = self._engine.model_config.dtype
        prompt = self.tokenizer.encode("Hello", add_special_tokens=False)
        for name in (None, *self.adapters):
            request = EngineRequest(f"warm-up-{name}", prompt, name, None, 0, Sampling(temperature=0), 2, ())
            async for _ in self.generate(request):
                pass

    @property
    def context_length(self) -> int:
        return int(self._engine.model_config.max_model_len)

    async def generate(self, request: EngineRequest) -> AsyncGenerator[Piece, None]:
        tokens = 0
        lora = self._loras[request.adapter] if request.adapter is not None else None
        outputs = self._engine.generate(self._prompt(request), _sampling_params(request), request.id, lora_request=lora)
        try:
            async for output in outputs:
                completion = output.outputs[0]
                tokens += len(completion.token_ids)
                finish = _finish(completion.finish_reason)
                yield Piece(completion.text, tokens, finish)
                if finish is not None:
                    return
        except EngineFailure:
            raise
        except Exception as error:
            raise EngineFailure(type(error).__name__) from None

    async def close(self) -> None:
        if self._engine is not None:
            self._engine.shutdown()

    def _prompt(self, request: EngineRequest) -> dict[str, Any]:
        if request.prefix is None:
            return {"prompt_token_ids": list(request.prompt)}
        embedded: Tensor = self._embeddings[torch.tensor(list(request.prompt))]
        return {"prompt_embeds": with_prefix(embedded, request.prefix, request.position).to(self._dtype)}


def _sampling_params(request: EngineRequest) -> Any:
    from vllm import SamplingParams
    from vllm.sampling_params import RequestOutputKind

    sampling = request.sampling
    return SamplingParams(
        temperature=sampling.temperature,
        top_p=sampling.top_p,
        top_k=sampling.top_k,
        repetition_penalty=sampling.repetition_penalty,
        seed=sampling.seed,
        max_tokens=request.most_tokens,
        stop=list(request.stops),
        output_kind=RequestOutputKind.DELTA,
    )


def _finish(reason: str | None) -> Finish | None:
    if reason is None:
        return None
    if reason in ("stop", "length"):
        return "stop" if reason == "stop" else "length"
    raise EngineFailure(reason)


def _supported_rank(ranks: list[int]) -> int:
    """vLLM takes powers of two from 8 to 512."""
    needed = max(ranks, default=8)
    return next(rank for rank in (8, 16, 32, 64, 128, 256, 320, 512) if rank >= needed)
